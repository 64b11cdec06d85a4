package dev.pushlab.strategy.webhook;

import java.time.Duration;
import java.time.Instant;

/** The time, and chance, that retries depend on. */
interface Timing {

    Instant now();

    /** From 0 up to, but not, 1. */
    double random();

    /**
     * Runs a task after a delay.
     *
     * @return cancels it, if it has not begun
     */
    Runnable later(Runnable task, Duration delay);
}
