package dev.pushlab.bench;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Experiment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is compared.
 *
 * @param rtts the round trips to add, each of which ours are compared at
 * @param baselines whether the textbook's implementations stand beside ours
 * @param floor whether the bare socket does
 */
record Lineup(Collection<String> strategies, Collection<Duration> rtts, boolean baselines, boolean floor) {

    /** What the textbook's server serves. */
    private static final Set<String> TEXTBOOK = Set.of("polling", "long-polling", "sse", "websocket", "stomp");

    /** Every experiment with everybody it can be done to, in the order of the rows. */
    List<Plan.Part> in(List<Experiment> experiments) {
        return experiments.stream()
                .flatMap(experiment ->
                        subjects().filter(experiment::suits).map(subject -> new Plan.Part(experiment, subject)))
                .toList();
    }

    private Stream<Subject> subjects() {
        var ours = rtts.stream()
                .flatMap(rtt -> strategies.stream()
                        .map(strategy -> new Subject(strategy, Implementation.PUSH_LAB, rtt.toMillis())));
        var textbook = strategies.stream()
                .filter(strategy -> baselines && TEXTBOOK.contains(strategy))
                .map(strategy -> new Subject(strategy, Implementation.TEXTBOOK, 0));
        var bare = Stream.of(new Subject("bare", Implementation.BARE, 0)).filter(subject -> floor);
        return Stream.of(ours, textbook, bare).flatMap(subjects -> subjects);
    }
}
