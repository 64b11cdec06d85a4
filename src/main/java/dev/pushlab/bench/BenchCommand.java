package dev.pushlab.bench;

import dev.pushlab.bench.compare.CompareCommand;
import dev.pushlab.bench.report.Format;
import dev.pushlab.bench.report.ReportFiles;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.server.NoServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: reads the command line, has the runs done and writes the report. */
@Command(
        name = "bench",
        subcommands = {CompareCommand.class, CrossoverCommand.class},
        description = {
            "Compares strategies under the same load: how late, how many bytes, how much CPU and memory, what is lost."
                    + " Each run has a fresh server process of its own, or the server at --url.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 if every ledger is clean and every run is valid, 1 if not, 2 for wrong use or no server.",
            "",
            "Examples:",
            "  java -jar push-lab.jar bench",
            "  java -jar push-lab.jar bench --quick --out report/",
            "  java -jar push-lab.jar bench --strategies sse,websocket --clients 1000 --rate 50 --size 120",
            "  java -jar push-lab.jar bench --strategies polling,long-polling --rtt 0ms,50ms --baselines",
            "  java -jar push-lab.jar bench --experiment resume,storm --clients 2000",
            "  java -jar push-lab.jar bench --url https://push.example.org --clients 200 --format markdown",
            "  java -jar push-lab.jar bench compare before/report.json after/report.json",
            "  java -jar push-lab.jar bench crossover --strategies polling,sse --out crossover/"
        },
        sortOptions = false,
        usageHelpWidth = 100)
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes the report there too: report.json, .csv, .md and .html.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "What is printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException, IOException {
        var plan = options.plan(spec.commandLine());
        var err = spec.commandLine().getErr();
        try {
            var report = measure(plan, err);
            spec.commandLine().getOut().println(format.write(report));
            if (out != null) {
                ReportFiles.write(out, report);
            }
            return report.valid() ? 0 : 1;
        } catch (NoServer e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private Report measure(Plan plan, PrintWriter err) throws InterruptedException {
        int runs = plan.turns().size();
        Progress.announce(runs, plan.estimate(), err);
        String command = "java -jar push-lab.jar "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        try (var progress = Progress.of(runs, err)) {
            return new Bench(plan).report(command, options.indicative(), progress);
        }
    }
}
