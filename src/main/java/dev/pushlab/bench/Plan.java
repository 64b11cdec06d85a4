package dev.pushlab.bench;

import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a bench is to do.
 *
 * @param parts in the order in which their rows are shown
 * @param heat what is published while servers and clients warm up
 * @param url of a running server, {@code null} to start one for each run
 */
record Plan(List<Part> parts, Settings settings, Feed feed, Feed heat, URI url) {

    /** Starting a server, connecting, draining and stopping. */
    private static final Duration AROUND_A_RUN = Duration.ofSeconds(8);

    /** What is done to a strategy differs by factors, which takes fewer repeats to see than a load's costs. */
    private static final int MOST_OF_AN_EXPERIMENT = 3;

    /** One experiment with one subject. */
    record Part(Experiment experiment, Subject subject) {

        /** The row that its runs will stand in. */
        Row row(List<Run> runs) {
            return new Row(experiment.id(), subject, runs);
        }

        String title() {
            return experiment.id().equals(Row.LOAD) ? subject.title() : experiment.id() + ", " + subject.title();
        }
    }

    /** A part's turn in a repeat, from 1. */
    record Turn(Part part, int repeat) {}

    /** Every part in every repeat; within a repeat in an order that the seed gives. */
    List<Turn> turns() {
        var random = new Random(settings.seed());
        var turns = new ArrayList<Turn>();
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            var shuffled = new ArrayList<>(parts);
            Collections.shuffle(shuffled, random);
            for (var part : shuffled) {
                if (repeat <= repeats(part)) {
                    turns.add(new Turn(part, repeat));
                }
            }
        }
        return turns;
    }

    Duration warmup() {
        return Duration.ofMillis(settings.warmupMillis());
    }

    Duration duration() {
        return Duration.ofMillis(settings.durationMillis());
    }

    /** About how long it will take. */
    Duration estimate() {
        return parts.stream()
                .map(part -> part.experiment()
                        .estimate(warmup(), duration())
                        .plus(AROUND_A_RUN)
                        .multipliedBy(repeats(part)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private int repeats(Part part) {
        boolean load = part.experiment().id().equals(Row.LOAD);
        return load ? settings.repeats() : Math.min(settings.repeats(), MOST_OF_AN_EXPERIMENT);
    }
}
