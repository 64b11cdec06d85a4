package dev.pushlab.bench;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.experiment.Experiments;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What can be chosen about a bench, and the plan that it makes. */
final class BenchOptions {

    private static final List<String> CORE = List.of("polling", "long-polling", "sse", "stomp");

    @Option(
            names = "--strategies",
            paramLabel = "NAME",
            split = ",",
            description = "Which to compare; for STOMP over SockJS, sockjs-TRANSPORT."
                    + " Default: polling,long-polling,sse,stomp; with --full all.")
    private Set<String> strategies = new LinkedHashSet<>();

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "Connected at once, 1 to 15,000. Default: 1000; with --quick 500.")
    private Integer clients;

    @Mixin
    private FeedOptions feed;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "What counts of each run, 1s to 60m. Default: 10s; with --quick 4s.")
    private Duration duration;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            description = "What does not, before it, 0s to 60m. Default: 5s; with --quick 2s.")
    private Duration warmup;

    @Option(names = "--repeats", paramLabel = "N", description = "Of each run, 1 to 100. Default: 5; with --quick 3.")
    private Integer repeats;

    @Option(
            names = "--poll-interval",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "From one polling request to the next, 50ms to 60m. Default: ${DEFAULT-VALUE}.")
    private Duration pollInterval;

    @Option(
            names = "--rtt",
            paramLabel = "TIME",
            split = ",",
            description = "Round trips that the clients add to the network's own, 0ms to 10s; each is measured."
                    + " Default: 0ms; with --full 0ms,50ms.")
    private Set<Duration> rtts = new LinkedHashSet<>();

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            split = ",",
            description = "load (nothing but that), resume (all connections break), storm (all come back at once),"
                    + " slow (1 %% stop reading), idle (nothing happens), saturate (until p99 passes 1 s),"
                    + " dead (all clients die). Default: load; with --full all.")
    private Set<String> experiments = new LinkedHashSet<>();

    @Option(names = "--baselines", description = "Beside ours, the code that tutorials show for each strategy.")
    private boolean baselines;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Measures this running server instead of starting its own.")
    private URI url;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the order of the runs. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--quick", description = "Within 4 minutes, good for a first look only.")
    private boolean quick;

    @Option(names = "--full", description = "Every strategy, transport, experiment and baseline; takes hours.")
    private boolean full;

    boolean indicative() {
        return quick;
    }

    /** @throws ParameterException in one line, if that can't be done */
    Plan plan(CommandLine commandLine) {
        try {
            complete();
            refuseWhatCannotBe();
            var published = feed.feed();
            var lineup = new Lineup(strategies, rtts, baselines, url == null);
            return new Plan(lineup.in(experiments()), settings(published), published, published, url);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new ParameterException(commandLine, e.getMessage());
        }
    }

    private void complete() {
        clients = clients != null ? clients : Integer.valueOf(quick ? 500 : 1_000);
        duration = duration != null ? duration : Duration.ofSeconds(quick ? 4 : 10);
        warmup = warmup != null ? warmup : Duration.ofSeconds(quick ? 2 : 5);
        repeats = repeats != null ? repeats : Integer.valueOf(quick ? 3 : 5);
        baselines |= full && url == null;
        if (strategies.isEmpty()) {
            strategies.addAll(full ? Clients.all().stream().map(Client::id).toList() : CORE);
        }
        if (experiments.isEmpty()) {
            experiments.addAll(
                    full ? Experiments.all().stream().map(Experiment::id).toList() : List.of(Row.LOAD));
        }
        if (rtts.isEmpty()) {
            rtts.add(Duration.ZERO);
            if (full) {
                rtts.add(Duration.ofMillis(50));
            }
        }
    }

    private void refuseWhatCannotBe() {
        strategies.forEach(Clients::named);
        experiments.forEach(Experiments::named);
        Range.of("--clients", clients, 1, 15_000);
        Range.of("--repeats", repeats, 1, 100);
        Range.of("--duration", duration, Duration.ofSeconds(1), Duration.ofHours(1));
        Range.of("--warmup", warmup, Duration.ZERO, Duration.ofHours(1));
        Range.of("--poll-interval", pollInterval, Duration.ofMillis(50), Duration.ofHours(1));
        rtts.forEach(rtt -> Range.of("--rtt", rtt, Duration.ZERO, Duration.ofSeconds(10)));
        if (quick && full) {
            throw new IllegalArgumentException("--quick and --full exclude each other");
        }
        if (url != null && baselines) {
            throw new IllegalArgumentException(
                    "--baselines are served by servers of the bench's own only, not at a --url");
        }
        if (url != null) {
            Target.of(url.toString());
        }
    }

    private List<Experiment> experiments() {
        return experiments.stream().map(Experiments::named).toList();
    }

    private Settings settings(Feed published) {
        return new Settings(
                List.copyOf(strategies),
                List.copyOf(experiments),
                baselines,
                clients,
                published.rate(),
                published.size(),
                duration.toMillis(),
                warmup.toMillis(),
                repeats,
                pollInterval.toMillis(),
                rtts.stream().map(Duration::toMillis).toList(),
                feed.scenario(),
                feed.trace(),
                url == null ? null : url.toString(),
                seed);
    }
}
