package dev.pushlab.fault;

import dev.pushlab.log.RefusedException;

/**
 * A number that a toxic is set by.
 *
 * @param fallback what it is where nothing is said; {@code null} if something must be said
 */
record Attribute(String name, long min, long max, Long fallback) {

    private static final long MAX_MS = 600_000;

    /** A time in milliseconds, up to ten minutes. */
    static Attribute millis(String name, long min, Long fallback) {
        return new Attribute(name, min, MAX_MS, fallback);
    }

    /** @throws RefusedException if the value is out of range, or missing where it must be given */
    long check(String type, Long value) {
        if (value == null && fallback != null) {
            return fallback;
        }
        if (value == null || value < min || value > max) {
            throw RefusedException.invalid(
                    "invalid-faults",
                    "%s of %s is %s. Use %d to %d.".formatted(name, type, value == null ? "missing" : value, min, max));
        }
        return value;
    }
}
