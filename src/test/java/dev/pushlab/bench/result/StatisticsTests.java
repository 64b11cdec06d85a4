package dev.pushlab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTests {

    @Test
    void oneRepeatHasNoInterval() {
        assertThat(Statistics.summary(3)).isEqualTo(new Summary(3, null, null));
    }

    @Test
    void theMedianIsTheMiddle() {
        assertThat(Statistics.median(5, 1, 3)).isEqualTo(3);
        assertThat(Statistics.median(5, 1, 3, 4)).isEqualTo(3.5);
    }

    @Test
    void theIntervalIsStudentsOnLogarithms() {
        var summary = Statistics.summary(1, 10, 100);
        // mean of log10 is 1, standard error 1/√3, t(2) = 4.303
        double error = 4.303 / Math.sqrt(3);
        assertThat(summary.median()).isEqualTo(10);
        assertThat(Math.log10(summary.low())).isCloseTo(1 - error, within(1e-3));
        assertThat(Math.log10(summary.high())).isCloseTo(1 + error, within(1e-3));
    }

    @Test
    void withAZeroItIsStudentsOnTheValues() {
        var summary = Statistics.summary(0, 2, 4);
        assertThat(summary.low()).isCloseTo(2 - 4.303 * 2 / Math.sqrt(3), within(1e-3));
    }

    @Test
    void fiveRepeatsHoldTheTruthAsOftenAsTheySay() {
        var random = new Random(7);
        int held = 0;
        int trials = 4_000;
        for (int i = 0; i < trials; i++) {
            double[] values = random.doubles(5)
                    .map(ignored -> Math.exp(random.nextGaussian() * 0.2))
                    .toArray();
            var summary = Statistics.summary(values);
            held += summary.low() <= 1 && 1 <= summary.high() ? 1 : 0;
        }
        assertThat(held / (double) trials).isBetween(0.94, 0.96);
    }

    @Test
    void aPercentileIsAValue() {
        double[] values = {4, 1, 3, 2};
        assertThat(Statistics.percentile(values, 50)).isEqualTo(2);
        assertThat(Statistics.percentile(values, 99)).isEqualTo(4);
        assertThat(Statistics.percentile(values, 0)).isEqualTo(1);
    }
}
