package dev.pushlab.bench;

import java.time.Duration;
import java.util.Locale;

/** Refuses what lies outside of a range, in one line that names it. */
final class Range {

    private Range() {}

    /** @throws IllegalArgumentException if it does */
    static void of(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s has to be %s to %s".formatted(option, plain(least), plain(most)));
        }
    }

    /** @throws IllegalArgumentException if it does */
    static void of(String option, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s has to be %s to %s".formatted(option, plain(least), plain(most)));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%,d", (long) number) : Double.toString(number);
    }

    private static String plain(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
