package dev.pushlab.bench.check;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Target;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code check}: reads the command line, has the server checked and says how it went. */
@Command(
        name = "check",
        description = {
            "Holds a running server to its contract, over the wire and through whatever stands in between:"
                    + " one line a strategy and promise.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 if every promise is kept, 1 if one is not, 2 for wrong use or if there is no such server.",
            "",
            "Examples:",
            "  java -jar push-lab.jar check --url http://localhost:8080",
            "  java -jar push-lab.jar check --url https://push.example.org --strategies sse,websocket --quiet 2m",
            "  java -jar push-lab.jar check --url http://localhost:8080 --quiet 0s --format json >check.json"
        },
        sortOptions = false,
        usageHelpWidth = 100)
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "The server's address, as its clients know it.")
    private URI url;

    @Option(
            names = "--quiet",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long connections are left alone to see whether they survive it; 0s for not at all."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration quiet;

    @Option(
            names = "--strategies",
            paramLabel = "NAME",
            split = ",",
            description = "The only strategies to try; for STOMP over SockJS, sockjs-TRANSPORT."
                    + " Default: all that the server offers and clients connect to; webhook, whose receiver the server"
                    + " must be able to call, has to be asked for.")
    private Set<String> strategies = new LinkedHashSet<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long anything else may take. Default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        var terms = terms();
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try {
            var report = new Check(terms, err).run();
            out.println(format.write(report));
            return report.allKept() ? 0 : 1;
        } catch (Unreachable e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private Terms terms() {
        try {
            Target.of(url.toString());
            strategies.forEach(Clients::named);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        if (timeout.isZero()) {
            throw new ParameterException(spec.commandLine(), "--timeout 0s leaves no time for an answer");
        }
        return new Terms(url, quiet, timeout, strategies);
    }
}
