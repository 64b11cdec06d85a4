package dev.pushlab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run keeps of what it is told. */
class RunTests {

    @Test
    void whatIsNotFiniteWasNotMeasured() {
        var run =
                run(Map.of(Measure.SERVER_CPU, Double.NaN, Measure.MEMORY, Double.NEGATIVE_INFINITY, Measure.P50, 1.5));
        assertThat(run.measures()).isEqualTo(Map.of(Measure.P50, 1.5));
    }

    @Test
    void measuresStandInTheirOwnOrder() {
        var run = run(Map.of(Measure.NOTICE, 1.0, Measure.P50, 2.0, Measure.DELIVERIES, 3.0))
                .with(Measure.MEMORY, 4.0);
        assertThat(run.measures().keySet())
                .containsExactly(Measure.DELIVERIES, Measure.P50, Measure.MEMORY, Measure.NOTICE);
    }

    private static Run run(Map<Measure, Double> measures) {
        return new Run(1, 1, Ledger.Line.NONE, measures, List.of());
    }
}
