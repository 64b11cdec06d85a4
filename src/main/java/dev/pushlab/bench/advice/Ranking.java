package dev.pushlab.bench.advice;

import java.util.List;
import java.util.Optional;

/**
 * Who should be chosen.
 *
 * @param ranked the strategies that are good enough, the cheapest first
 * @param alike those that can't be told from the cheapest, itself among them
 * @param extrapolated whether the audience or its deliveries are beyond what the model was made from
 */
public record Ranking(
        Criterion rankedBy,
        List<Judgement> ranked,
        List<String> alike,
        List<Judgement> excluded,
        boolean extrapolated) {

    public Optional<Judgement> first() {
        return ranked.stream().findFirst();
    }

    /** The name of the first, or {@code null} if nobody is good enough. */
    String winner() {
        return first().map(Judgement::strategy).orElse(null);
    }
}
