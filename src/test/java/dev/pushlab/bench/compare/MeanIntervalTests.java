package dev.pushlab.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How often the interval of five values holds what it says it holds. */
class MeanIntervalTests {

    private static final int TRIALS = 4_000;
    private static final int RESAMPLES = 400;
    private static final int VALUES = 5;

    @Test
    void theBootstrapAloneIsTooNarrowForFiveValues() {
        assertThat(coverage(Random::nextGaussian, 0, values -> MeanInterval.bootstrap(values, RESAMPLES, 1)))
                .isBetween(0.75, 0.88);
    }

    @Test
    void theWiderOfBothHoldsTheMeanInNineteenOfTwentyCases() {
        assertThat(coverage(Random::nextGaussian, 0, MeanIntervalTests::wider)).isBetween(0.94, 0.98);
    }

    @Test
    void theWiderOfBothIsNotFarOffForSkewedValues() {
        assertThat(coverage(random -> -Math.log(1 - random.nextDouble()), 1, MeanIntervalTests::wider))
                .isGreaterThan(0.86);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = {1, 2, 4, 8, 16};
        assertThat(MeanInterval.of(values, 3)).isEqualTo(MeanInterval.of(values, 3));
        assertThat(MeanInterval.bootstrap(values, 100, 3)).isNotEqualTo(MeanInterval.bootstrap(values, 100, 4));
    }

    @Test
    void equalValuesLeaveNoDoubt() {
        assertThat(MeanInterval.of(new double[] {2, 2, 2}, 1)).isEqualTo(new MeanInterval(2, 2, 2));
    }

    private static MeanInterval wider(double[] values) {
        return MeanInterval.wider(MeanInterval.student(values), MeanInterval.bootstrap(values, RESAMPLES, 1));
    }

    private static double coverage(
            ToDoubleFunction<Random> draw, double mean, Function<double[], MeanInterval> interval) {
        var random = new Random(5);
        int held = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] values = new double[VALUES];
            for (int i = 0; i < VALUES; i++) {
                values[i] = draw.applyAsDouble(random);
            }
            var told = interval.apply(values);
            if (told.low() <= mean && mean <= told.high()) {
                held++;
            }
        }
        return (double) held / TRIALS;
    }
}
