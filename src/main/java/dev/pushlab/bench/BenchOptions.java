package dev.pushlab.bench;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.experiment.Experiments;
import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Feed;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.TraceFeed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What can be chosen about a bench, and the plan that it makes. */
final class BenchOptions {

    private static final List<String> CORE = List.of("polling", "long-polling", "sse", "stomp");

    /** What the textbook's server serves. */
    private static final Set<String> TEXTBOOK = Set.of("polling", "long-polling", "sse", "websocket", "stomp");

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

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            description = "Events a second, 0.01 to 10,000. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "256",
            description = "An event's data, 21 to 60,000. Default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Rate and size of something known: ${COMPLETION-CANDIDATES}.")
    private Scenario scenario;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Publishes recorded events instead, {\"at\":<milliseconds>,\"data\":…} a line.")
    private Path trace;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "How much faster than recorded a trace is, 0.001 to 1,000,000. Default: ${DEFAULT-VALUE}.")
    private double speed;

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
            var feed = feed();
            return new Plan(parts(), settings(feed), feed, feed, url);
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
        Range.of("--rate", rate, 0.01, 10_000);
        Range.of("--size", size, SteadyFeed.SMALLEST, 60_000);
        Range.of("--speed", speed, 0.001, 1_000_000);
        Range.of("--repeats", repeats, 1, 100);
        Range.of("--duration", duration, Duration.ofSeconds(1), Duration.ofHours(1));
        Range.of("--warmup", warmup, Duration.ZERO, Duration.ofHours(1));
        Range.of("--poll-interval", pollInterval, Duration.ofMillis(50), Duration.ofHours(1));
        rtts.forEach(rtt -> Range.of("--rtt", rtt, Duration.ZERO, Duration.ofSeconds(10)));
        if (scenario != null && trace != null) {
            throw new IllegalArgumentException("--scenario and --trace exclude each other");
        }
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

    private Feed feed() {
        if (trace != null) {
            return TraceFeed.read(trace, speed);
        }
        return scenario != null ? scenario.feed() : new SteadyFeed(rate, size);
    }

    private List<Plan.Part> parts() {
        var parts = new ArrayList<Plan.Part>();
        for (var experiment : experiments()) {
            subjects(experiment)
                    .filter(experiment::suits)
                    .forEach(subject -> parts.add(new Plan.Part(experiment, subject)));
        }
        return parts;
    }

    private List<Experiment> experiments() {
        return experiments.stream().map(Experiments::named).toList();
    }

    private Stream<Subject> subjects(Experiment experiment) {
        var ours = rtts.stream()
                .flatMap(rtt -> strategies.stream()
                        .map(strategy -> new Subject(strategy, Implementation.PUSH_LAB, rtt.toMillis())));
        var textbook = strategies.stream()
                .filter(strategy -> baselines && TEXTBOOK.contains(strategy))
                .map(strategy -> new Subject(strategy, Implementation.TEXTBOOK, 0));
        var bare = Stream.of(new Subject("bare", Implementation.BARE, 0)).filter(subject -> url == null);
        return Stream.of(ours, textbook, bare).flatMap(subjects -> subjects);
    }

    private Settings settings(Feed feed) {
        return new Settings(
                List.copyOf(strategies),
                experiments().stream().map(Experiment::id).toList(),
                baselines,
                clients,
                feed.rate(),
                feed.size(),
                duration.toMillis(),
                warmup.toMillis(),
                repeats,
                pollInterval.toMillis(),
                rtts.stream().map(Duration::toMillis).toList(),
                scenario == null ? null : scenario.id(),
                trace == null ? null : trace.toString(),
                url == null ? null : url.toString(),
                seed);
    }
}
