package dev.pushlab.bench.crossover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushlab.bench.report.Reports;
import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.result.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says about costs. */
class ObservationsTests {

    private static final Map<Measure, Double> LOAD = Map.of(
            Measure.DELIVERIES, 20_000.0,
            Measure.SERVER_CPU, 10.0,
            Measure.BYTES_DOWN, 300.0,
            Measure.BYTES_UP, 50.0,
            Measure.REQUESTS, 0.5);
    private static final Map<Measure, Double> IDLE = Map.of(Measure.IDLE_CPU, 120.0, Measure.IDLE_BYTES, 240.0);

    @Test
    void costsPerEventBecomeCostsASecond() {
        var observation = only(Reports.of(row("load", "sse", Implementation.PUSH_LAB, 0, LOAD)));
        assertThat(observation.point()).isEqualTo(new Point("sse", 1_000, 20, 256, 0, false));
        assertThat(observation.costs())
                .containsEntry(Resource.CPU, 200_000.0)
                .containsEntry(Resource.BYTES, 7e6)
                .containsEntry(Resource.REQUESTS, 10_000.0);
    }

    @Test
    void costsAMinuteBecomeCostsASecondOfALoadWithoutEvents() {
        var observation = only(Reports.of(row("idle", "polling", Implementation.PUSH_LAB, 0, IDLE)));
        assertThat(observation.point()).isEqualTo(new Point("polling", 1_000, 0, 256, 1, false));
        assertThat(observation.costs())
                .containsOnly(Map.entry(Resource.CPU, 2_000.0), Map.entry(Resource.BYTES, 4_000.0));
    }

    @Test
    void whatIsUnknownIsAbsent() {
        var known = Map.of(Measure.DELIVERIES, 10.0, Measure.REQUESTS, 1.0);
        assertThat(only(Reports.of(row("load", "sse", Implementation.PUSH_LAB, 0, known)))
                        .costs())
                .containsOnlyKeys(Resource.REQUESTS);
    }

    @Test
    void othersCodeRoundTripsAndFaultsAreLeftOut() {
        assertThat(Observations.of(Reports.of(
                        row("load", "sse", Implementation.TEXTBOOK, 0, LOAD),
                        row("load", "sse", Implementation.PUSH_LAB, 50, LOAD),
                        row("resume", "sse", Implementation.PUSH_LAB, 0, LOAD))))
                .isEmpty();
    }

    @Test
    void anInvalidRowIsNamedAndNotUsed() {
        var failed = new Run(1, 1, Ledger.Line.NONE, LOAD, List.of(new SelfCheck("rate", false, "12 of 20/s")));
        var row = new Row("load", new Subject("sse", Implementation.PUSH_LAB, 0), List.of(failed));
        assertThat(Observations.of(Reports.of(row))).isEmpty();
        assertThat(CostModel.fit(List.of(Reports.of(row))).omitted())
                .containsExactly("load, sse, 1,000 clients, 20/s: invalid (repeat 1: rate: 12 of 20/s)");
    }

    @Test
    void twoMachinesMakeNoModel() {
        var row = row("load", "sse", Implementation.PUSH_LAB, 0, LOAD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostModel.fit(List.of(Reports.of(row), Reports.of(1_000, 4, row))))
                .withMessageContaining("2 different machines");
    }

    private static Observation only(Report report) {
        var observations = Observations.of(report);
        assertThat(observations).hasSize(1);
        return observations.get(0);
    }

    private static Row row(
            String experiment, String strategy, Implementation whose, long rtt, Map<Measure, Double> measures) {
        return new Row(
                experiment,
                new Subject(strategy, whose, rtt),
                List.of(new Run(1, 1, Ledger.Line.NONE, measures, List.of())));
    }
}
