package dev.pushlab.bench.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: doubling, capped, and spread so that clients don't come in step. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 16;

    private final DoubleSupplier random;
    private int failures;

    /** @param random evenly distributed in [0, 1) */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** Between half and all of 0.5 s, 1 s, 2 s … 30 s, but never less than what the server asked for. */
    Duration next(Duration askedFor) {
        long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        var delay = Duration.ofMillis(Math.round(ceiling * (0.5 + random.getAsDouble() / 2)));
        return askedFor == null || askedFor.compareTo(delay) < 0 ? delay : askedFor;
    }

    void reset() {
        failures = 0;
    }
}
