package dev.pushlab.bench.advice;

/** What strategies cost a server, and how well that is known. */
public interface Costs {

    /** Whether anything is known of a strategy. */
    boolean knows(String strategy);

    /** Whether a strategy's clients choose how often they ask, which makes events as late as that. */
    boolean polls(String strategy);

    /**
     * What a strategy that is known costs.
     *
     * @param rate events a second
     * @param size bytes of an event's data
     * @param pollInterval seconds; means nothing to strategies that don't poll
     */
    Cost cost(String strategy, int clients, double rate, int size, double pollInterval);

    /** How far off the costs of a strategy that is known may be. */
    Errors errors(String strategy);

    Scope scope();
}
