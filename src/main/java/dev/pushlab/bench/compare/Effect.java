package dev.pushlab.bench.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a measure is in B against A, with its 95 % interval.
 *
 * @param centre of ratios the geometric mean, of differences the mean
 */
record Effect(Scale scale, double centre, double low, double high) {

    /** How B is set against A. */
    enum Scale {
        /** B divided by A; 1 is no difference. */
        RATIO(1),
        /** B minus A, where a value is zero or negative; 0 is no difference. */
        DIFFERENCE(0);

        private final double none;

        Scale(double none) {
            this.none = none;
        }

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Pairs by their index.
     *
     * @param a at least {@link MeanInterval#FEWEST}
     * @param b as many
     */
    static Effect of(double[] a, double[] b, long seed) {
        boolean positive = Arrays.stream(a).allMatch(value -> value > 0)
                && Arrays.stream(b).allMatch(value -> value > 0);
        double[] effects = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            effects[i] = positive ? Math.log(b[i] / a[i]) : b[i] - a[i];
        }
        var interval = MeanInterval.of(effects, seed);
        return positive
                ? new Effect(
                        Scale.RATIO, Math.exp(interval.mean()), Math.exp(interval.low()), Math.exp(interval.high()))
                : new Effect(Scale.DIFFERENCE, interval.mean(), interval.low(), interval.high());
    }

    /** Whether the interval holds "no difference". */
    boolean holdsNone() {
        return low <= scale.none && scale.none <= high;
    }

    boolean lower() {
        return centre < scale.none;
    }
}
