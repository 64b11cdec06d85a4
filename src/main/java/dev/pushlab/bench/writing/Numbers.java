package dev.pushlab.bench.writing;

import dev.pushlab.bench.result.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: three significant digits, thousands set apart. */
public final class Numbers {

    private static final MathContext DIGITS = new MathContext(3);

    /** Below, only rounding of the arithmetic is left. */
    private static final double NOTHING = 1e-9;

    private static final double SMALLEST = 0.001;

    /** In milliseconds. */
    private static final long MINUTE = 60_000;

    private Numbers() {}

    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    public static String of(double value) {
        double size = Math.abs(value);
        if (size < NOTHING) {
            return "0";
        }
        if (size < SMALLEST) {
            return value > 0 ? "<0.001" : ">-0.001";
        }
        return size < 100
                ? new BigDecimal(value).round(DIGITS).toPlainString()
                : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** So many significant digits, without zeros at the end. */
    public static String rounded(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        var rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** For example 120 ms, 1.23 s, 1 min, 12 min 14 s. */
    public static String time(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 2 * MINUTE && millis != MINUTE) {
            return of(millis / 1_000.0) + " s";
        }
        long seconds = millis % MINUTE / 1_000;
        return of(millis / MINUTE) + " min" + (seconds == 0 ? "" : " " + seconds + " s");
    }

    /** The 95 % interval; empty if there is none. */
    public static String interval(Summary summary) {
        return summary.low() == null ? "" : "[" + of(summary.low()) + "–" + of(summary.high()) + "]";
    }

    public static String withInterval(Summary summary) {
        return (of(summary.median()) + " " + interval(summary)).strip();
    }
}
