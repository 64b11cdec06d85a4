package dev.pushlab.strategy.webhook;

import java.time.Duration;

/** How long to wait before another attempt: evenly spread up to a bound that doubles, so that retries never align. */
record Backoff(Duration min, Duration max) {

    /**
     * The delay before the next attempt.
     *
     * @param failures attempts that failed in a row, 1 or more
     * @param random from 0 up to, but not, 1
     * @param asked how long the receiver wants to be left alone, {@code null} if it did not say
     */
    Duration delay(int failures, double random, Duration asked) {
        if (asked != null) {
            return asked.compareTo(min) < 0 ? min : asked;
        }
        double bound = Math.min(max.toNanos(), min.toNanos() * Math.pow(2, failures));
        return min.plusNanos((long) (random * (bound - min.toNanos())));
    }
}
