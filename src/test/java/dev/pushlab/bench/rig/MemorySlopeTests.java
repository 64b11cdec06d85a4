package dev.pushlab.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MemorySlopeTests {

    private static final double[] CLIENTS = {250, 500, 750, 1_000};

    @Test
    void whatIsThereAnywayDoesNotCount() {
        assertThat(MemorySlope.slope(CLIENTS, new double[] {1e9 + 2_500, 1e9 + 5_000, 1e9 + 7_500, 1e9 + 10_000}))
                .isCloseTo(10, within(1e-6));
    }

    @Test
    void itIsTheLineOfTheLeastSquares() {
        assertThat(MemorySlope.slope(CLIENTS, new double[] {1_000, 5_000, 9_000, 13_000}))
                .isCloseTo(16, within(1e-6));
        assertThat(MemorySlope.slope(CLIENTS, new double[] {0, 0, 0, 1_000})).isCloseTo(1.2, within(1e-6));
    }
}
