package dev.pushlab.bench.advice;

/**
 * A candidate and what is known of its costs.
 *
 * @param errors {@code null} if nothing is known
 */
record Contender(String strategy, boolean twoWay, boolean polls, Errors errors) {

    static Contender of(Candidate candidate, Costs costs) {
        String strategy = candidate.strategy();
        return new Contender(
                strategy,
                candidate.twoWay(),
                costs.polls(strategy),
                costs.knows(strategy) ? costs.errors(strategy) : null);
    }
}
