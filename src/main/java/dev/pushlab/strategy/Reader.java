package dev.pushlab.strategy;

/** Somebody at a position of a topic's log, whom the pump wakes when there is more. */
interface Reader {

    /** Looks whether there is something to deliver; called from any thread, often in vain. */
    void wake();

    /**
     * Does what is due at a time.
     *
     * @param now as {@link System#nanoTime()}
     */
    void tick(long now);

    /** What is counted for its strategy. */
    Tally tally();

    /** How many events it is behind the head of its log. */
    long lag();

    /** Ends politely, if it can. */
    void close(String reason);

    /** Ends at once. */
    void abort();
}
