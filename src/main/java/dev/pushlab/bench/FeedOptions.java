package dev.pushlab.bench;

import dev.pushlab.bench.rig.Feed;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.TraceFeed;
import dev.pushlab.scenario.Scenario;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What can be chosen about what is published. */
final class FeedOptions {

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

    /** @throws IllegalArgumentException in one line, if there can't be such a feed */
    Feed feed() {
        Range.of("--rate", rate, 0.01, 10_000);
        Range.of("--size", size, SteadyFeed.SMALLEST, SteadyFeed.LARGEST);
        Range.of("--speed", speed, 0.001, 1_000_000);
        if (scenario != null && trace != null) {
            throw new IllegalArgumentException("--scenario and --trace exclude each other");
        }
        if (trace != null) {
            return TraceFeed.read(trace, speed);
        }
        return scenario != null ? feed(scenario) : new SteadyFeed(rate, size);
    }

    /** An event is never smaller than its due time and what is around it. */
    private static Feed feed(Scenario scenario) {
        return scenario.recorded()
                ? TraceFeed.earthquakes(scenario.speed())
                : new SteadyFeed(scenario.rate(), Math.max(SteadyFeed.SMALLEST, scenario.size()));
    }

    /** {@code null} if none was chosen. */
    String scenario() {
        return scenario == null ? null : scenario.toString();
    }

    /** {@code null} if none was chosen. */
    String trace() {
        return trace == null ? null : trace.toString();
    }
}
