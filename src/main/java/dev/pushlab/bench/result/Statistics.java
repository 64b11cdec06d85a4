package dev.pushlab.bench.result;

import java.util.Arrays;

/** What repeats say about a measure. */
public final class Statistics {

    /** Student's t, two-sided 95 %, by degrees of freedom from 1; beyond the table the normal distribution's. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.96;

    private Statistics() {}

    /**
     * The median, and Student's 95 % interval of the mean: of the logarithms where all values are positive, since costs
     * and times vary by factors.
     *
     * @param values at least one
     */
    public static Summary summary(double... values) {
        if (values.length == 1) {
            return new Summary(values[0], null, null);
        }
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        double[] scaled = positive ? Arrays.stream(values).map(Math::log).toArray() : values;
        double mean = Arrays.stream(scaled).average().orElseThrow();
        double squares = Arrays.stream(scaled)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length) * t(values.length - 1);
        return positive
                ? new Summary(median(values), Math.exp(mean - error), Math.exp(mean + error))
                : new Summary(median(values), mean - error, mean + error);
    }

    /** @param values at least one */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest value that a percentage of all values don't exceed.
     *
     * @param values at least one
     * @param percentile 0 to 100
     */
    public static double percentile(double[] values, double percentile) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percentile / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** Student's t for a two-sided 95 % interval, by degrees of freedom from 1. */
    public static double t(int degrees) {
        return degrees <= T.length ? T[degrees - 1] : NORMAL;
    }
}
