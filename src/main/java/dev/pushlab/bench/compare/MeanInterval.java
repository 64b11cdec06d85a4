package dev.pushlab.bench.compare;

import dev.pushlab.bench.result.Statistics;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The 95 % interval of a mean: the wider of two, at each end.
 *
 * <p>The bootstrap's percentiles need no normal distribution but are too narrow for few values: with five they hold the
 * mean in little more than 80 % of cases. Student's t is right for few values if these are normal. Together they err on
 * the side of "no difference shown".
 */
record MeanInterval(double mean, double low, double high) {

    /** Fewer say nothing about how values vary. */
    static final int FEWEST = 3;

    private static final int RESAMPLES = 10_000;

    /** @param values at least {@link #FEWEST} */
    static MeanInterval of(double[] values, long seed) {
        return wider(student(values), bootstrap(values, RESAMPLES, seed));
    }

    static MeanInterval wider(MeanInterval one, MeanInterval other) {
        return new MeanInterval(one.mean, Math.min(one.low, other.low), Math.max(one.high, other.high));
    }

    static MeanInterval student(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        int degrees = values.length - 1;
        double error = Statistics.t(degrees) * Math.sqrt(squares / degrees / values.length);
        return new MeanInterval(mean, mean - error, mean + error);
    }

    static MeanInterval bootstrap(double[] values, int resamples, long seed) {
        var random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        int tail = (int) (resamples * 0.025);
        return new MeanInterval(mean(values), means[tail], means[resamples - 1 - tail]);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
