package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What can't be believed can't look as if it could, in whatever form. */
class InvalidRowsTests {

    private static final double ODD = 77_777;

    static Stream<Function<Report, String>> forms() {
        return Stream.of(
                Format.TABLE::write,
                Format.MARKDOWN::write,
                Format.HTML::write,
                Format.CSV::write,
                Charts::cpuFile,
                Charts::latencyFile);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingDependsOnAnInvalidValue(Function<Report, String> form) {
        assertThat(form.apply(Reports.mixed(ODD)))
                .isEqualTo(form.apply(Reports.mixed(0.5)))
                .doesNotContain("77777")
                .doesNotContain("77,777");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aRunThatFailedIsLeftOutOfAValidRow(Function<Report, String> form) {
        assertThat(form.apply(oneOfThreeFails(ODD)))
                .isEqualTo(form.apply(oneOfThreeFails(0.5)))
                .contains("12");
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN"})
    void textBeginsWithIt(Format format) {
        assertThat(format.write(Reports.mixed(ODD)))
                .startsWith("NOT VALID: 4 of 12 rows can't be believed and show no numbers: load, ndjson; ");
        assertThat(format.write(Reports.valid())).doesNotContain("NOT VALID", "INVALID");
    }

    @Test
    void textSaysInvalidInsteadOfNumbers() {
        assertThat(Format.TABLE.write(Reports.mixed(ODD)).lines())
                .anyMatch(line -> line.matches("ndjson +INVALID"))
                .contains("load, ndjson: INVALID", "  repeat 1: 7 lost, 3 duplicated, 1 reordered of 200000");
        assertThat(Format.MARKDOWN.write(Reports.mixed(ODD)).lines())
                .anyMatch(line -> line.matches("\\| ndjson \\| INVALID [| ]+"));
    }

    @Test
    void thePageHasABannerAndSaysItInItsTitle() {
        assertThat(Format.HTML.write(Reports.mixed(ODD)))
                .contains("<title>NOT VALID: Server push, measured</title>")
                .containsSubsequence("<body>", "class=\"banner bad\"", "NOT VALID: 4 of 12", "<table");
        assertThat(Format.HTML.write(Reports.valid())).doesNotContain("NOT VALID", "class=\"banner");
    }

    @Test
    void picturesNameTheRow() {
        for (var picture : List.of(Charts.cpuFile(Reports.mixed(ODD)), Charts.latencyFile(Reports.mixed(ODD)))) {
            assertThat(picture).contains("NOT VALID").containsSubsequence(">ndjson</text>", ">invalid</text>");
        }
        assertThat(Charts.cpuFile(Reports.valid())).doesNotContain("NOT VALID");
    }

    @Test
    void valuesAreEmptyInCsv() {
        var lines = Format.CSV
                .write(Reports.mixed(ODD))
                .lines()
                .filter(line -> line.startsWith("load,ndjson,"))
                .toList();
        assertThat(lines).hasSize(3 * Measure.values().length).allMatch(line -> line.endsWith(","));
        assertThat(lines)
                .allMatch(line -> line.startsWith("load,ndjson,push-lab,0,false,false,200000,199993,7,3,1,0,"));
    }

    @Test
    void jsonSaysItAndHasNoSummary() {
        var tree = JsonMapper.shared().readTree(Format.JSON.write(Reports.mixed(ODD)));
        assertThat(tree.path("valid").asBoolean(true)).isFalse();
        var row = tree.path("rows").get(6);
        assertThat(row.path("valid").asBoolean(true)).isFalse();
        assertThat(row.path("summary").isObject()).isTrue();
        assertThat(row.path("summary").isEmpty()).isTrue();
        assertThat(row.path("doubts").size()).isEqualTo(3);
    }

    @Test
    void aRowWithoutRunsIsInvalid() {
        var report =
                Reports.of(List.of(Reports.row(Row.LOAD, Reports.ours("sse")).row()));
        assertThat(Format.TABLE.write(report)).contains("load, sse: INVALID, there are no runs");
        assertThat(Format.CSV.write(report).lines()).anyMatch(line -> line.startsWith("load,sse,push-lab,0,false,"));
        assertThat(Format.HTML.write(report)).contains("invalid");
    }

    @Test
    void aReportOfNothingIsInvalid() {
        assertThat(Format.TABLE.write(Reports.of(List.of()))).startsWith("NOT VALID: nothing was measured\n");
        assertThat(Format.JSON.write(Reports.of(List.of()))).contains("\"valid\" : false");
    }

    @Test
    void aTextbookThatLosesIsShownWithItsLoss() {
        assertThat(Format.TABLE.write(Reports.mixed(ODD)).lines())
                .anyMatch(line -> line.matches("load +sse \\(textbook\\) +600,000 +599,979 +21 +9 +3 +0 +yes"))
                .anyMatch(line -> line.matches("sse \\(textbook\\) +19.5 \\[.*"));
    }

    private static Report oneOfThreeFails(double value) {
        var row = Reports.row(Row.LOAD, Reports.ours("sse"))
                .with(Measure.SERVER_CPU, 12.1, value, 12.3)
                .with(Measure.P50, 12, value, 12.4)
                .row();
        var failed = row.runs().get(1);
        var runs = List.of(
                row.runs().get(0),
                new Run(2, 5, failed.ledger(), failed.measures(), List.of(Reports.OVERLOADED)),
                row.runs().get(2));
        return Reports.of(List.of(new Row(row.experiment(), row.subject(), runs)));
    }
}
