package dev.pushlab.bench.compare;

import static dev.pushlab.bench.report.Reports.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pushlab.bench.report.Reports;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is said about two reports. */
class ComparisonTests {

    private static final double[] BEFORE = {100, 104, 96, 101, 99};

    @Test
    void lessCpuIsBetter() {
        var finding = cpu(BEFORE, times(0.88, 0.01));
        assertThat(finding.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(finding.effect().centre()).isCloseTo(0.88, within(0.01));
        assertThat(finding.words()).matches("B is lower by 1[12](\\.\\d)? % \\[1\\d(\\.\\d)?–1\\d(\\.\\d)? %], better");
    }

    @Test
    void fewerDeliveriesAreWorse() {
        var finding =
                only(compare(row("sse", Measure.DELIVERIES, BEFORE), row("sse", Measure.DELIVERIES, times(0.5, 0))));
        assertThat(finding.words()).isEqualTo("B is lower by 50 % [50–50 %], worse");
    }

    @Test
    void manyTimesAsMuchIsNoPercentage() {
        assertThat(cpu(BEFORE, times(3.5, 0)).words()).isEqualTo("B is 3.5 times A [3.5–3.5], worse");
        assertThat(cpu(BEFORE, times(1.25, 0)).words()).isEqualTo("B is higher by 25 % [25–25 %], worse");
    }

    @Test
    void anIntervalThatHoldsOneShowsNoDifference() {
        var finding = cpu(BEFORE, times(1.01, 0.1));
        assertThat(finding.verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(finding.words()).matches("no difference shown \\[−[\\d.]+ to \\+[\\d.]+ %]");
    }

    @Test
    void whatIsTheSameIsNoDifference() {
        assertThat(cpu(BEFORE, BEFORE).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void repeatsArePairedByTheirNumber() {
        var a = row("sse", Measure.SERVER_CPU, 1, 10, 100, 1_000);
        var b = sse(cpu(4, true, 3_000), cpu(3, true, 300), cpu(2, true, 30), cpu(1, true, 3));
        assertThat(only(compare(a, b)).words()).isEqualTo("B is 3 times A [3–3], worse");
    }

    @Test
    void runsThatFailedTheirChecksDoNotCount() {
        var b = sse(cpu(1, true, 200), cpu(2, false, 9), cpu(3, true, 192), cpu(4, true, 202), cpu(5, true, 198));
        var finding = only(compare(row("sse", Measure.SERVER_CPU, BEFORE), b));
        assertThat(finding.pairs()).isEqualTo(4);
        assertThat(finding.effect().low()).isCloseTo(2, within(1e-9));
    }

    @Test
    void twoPairsAreTooFew() {
        var finding = cpu(new double[] {100, 100}, new double[] {1, 1});
        assertThat(finding.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(finding.words()).isEqualTo("too few repeats to tell");
    }

    @Test
    void zeroIsSubtracted() {
        var finding = cpu(new double[] {0, 1, 2}, new double[] {10, 11, 12});
        assertThat(finding.effect().scale()).isEqualTo(Effect.Scale.DIFFERENCE);
        assertThat(finding.words()).isEqualTo("B is higher by 10 µs [10–10 µs], worse");
        assertThat(cpu(new double[] {0, 0, 0}, new double[] {0, 0, 0}).verdict())
                .isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(cpu(new double[] {10, 11, 12}, new double[] {0, 1, 2}).words())
                .isEqualTo("B is lower by 10 µs [10–10 µs], better");
    }

    @Test
    void anInvalidRowIsNamedAndNotCompared() {
        var b = sse(cpu(1, true, 1), cpu(2, false, 1), cpu(3, false, 1), cpu(4, true, 1));
        var comparison = compare(row("sse", Measure.SERVER_CPU, BEFORE), b);
        assertThat(comparison.findings()).isEmpty();
        assertThat(comparison.omitted())
                .containsExactly("load, sse: invalid in B (repeat 2: generator: 91 % of its share, at most 70 %)");
    }

    @Test
    void aRowThatOnlyOneHasIsNamed() {
        var comparison = compare(row("sse", Measure.SERVER_CPU, BEFORE), row("stomp", Measure.SERVER_CPU, BEFORE));
        assertThat(comparison.omitted()).containsExactly("load, sse: only in A", "load, stomp: only in B");
    }

    @Test
    void otherConditionsAreSaidFirst() {
        var row = row("sse", Measure.SERVER_CPU, BEFORE);
        var comparison = Comparison.of(Reports.of(1_000, 2, row), Reports.of(500, 4, row), 1);
        assertThat(comparison.conditions()).containsExactly("clients: 1000 in A, 500 in B", "cores: 2 in A, 4 in B");
        assertThat(Format.TABLE.write(comparison))
                .startsWith("Not the same in both")
                .containsSubsequence("cores: 2 in A, 4 in B", "server CPU/event", "Student's t");
    }

    @Test
    void everyFormatHasEveryFinding() {
        var comparison = compare(row("sse", Measure.SERVER_CPU, BEFORE), row("sse", Measure.SERVER_CPU, times(0.5, 0)));
        assertThat(Format.TABLE.write(comparison))
                .contains("load        sse      server CPU/event  5      100 µs  50 µs");
        assertThat(Format.MARKDOWN.write(comparison))
                .contains(
                        "| load | sse | server CPU/event | 5 | 100 µs | 50 µs | B is lower by 50 % \\[50–50 %\\], better |");
        var finding = JsonMapper.shared()
                .readTree(Format.JSON.write(comparison))
                .path("findings")
                .path(0);
        assertThat(finding.path("measure").asString()).isEqualTo("serverCpuPerEvent");
        assertThat(finding.path("effect").path("scale").asString()).isEqualTo("ratio");
        assertThat(finding.path("verdict").asString()).isEqualTo("better");
    }

    private static Run cpu(int repeat, boolean passed, double value) {
        var check = passed ? Reports.IN_TIME : Reports.OVERLOADED;
        return new Run(repeat, repeat, Reports.CLEAN, Map.of(Measure.SERVER_CPU, value), List.of(check));
    }

    private static Row sse(Run... runs) {
        return new Row(Row.LOAD, Reports.ours("sse"), List.of(runs));
    }

    private static Finding cpu(double[] a, double[] b) {
        return only(compare(row("sse", Measure.SERVER_CPU, a), row("sse", Measure.SERVER_CPU, b)));
    }

    private static Comparison compare(Row a, Row b) {
        return Comparison.of(Reports.of(a), Reports.of(b), 1);
    }

    private static Finding only(Comparison comparison) {
        assertThat(comparison.findings()).hasSize(1);
        return comparison.findings().get(0);
    }

    /** {@link #BEFORE} by a factor that swings by a share, up and down in turn. */
    private static double[] times(double factor, double swing) {
        double[] after = new double[BEFORE.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = BEFORE[i] * factor * (i % 2 == 0 ? 1 + swing : 1 - swing);
        }
        return after;
    }
}
