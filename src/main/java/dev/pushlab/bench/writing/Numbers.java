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

    /** The 95 % interval; empty if there is none. */
    public static String interval(Summary summary) {
        return summary.low() == null ? "" : "[" + of(summary.low()) + "–" + of(summary.high()) + "]";
    }

    public static String withInterval(Summary summary) {
        return (of(summary.median()) + " " + interval(summary)).strip();
    }
}
