package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are kept and read again. */
class ReportFilesTests {

    @TempDir
    private Path directory;

    @Test
    void writesEveryFormIntoANewDirectory() throws IOException {
        var there = directory.resolve("new/one");
        ReportFiles.write(there, Reports.valid());
        try (var files = Files.list(there)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.json",
                            "report.csv",
                            "report.md",
                            "report.html",
                            "report-cpu.svg",
                            "report-latency.svg");
        }
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        var report = Reports.mixed(77_777);
        ReportFiles.write(directory, report);
        assertThat(ReportFiles.read(directory.resolve("report.json"))).isEqualTo(report);
    }

    @Test
    void propertiesAndMeasuresKeepTheirOrder() {
        assertThat(Format.JSON.write(Reports.mixed(1)))
                .containsSubsequence(
                        "\"version\" : 1",
                        "\"valid\" : false",
                        "\"indicative\"",
                        "\"rows\"",
                        "\"experiment\"",
                        "\"subject\"",
                        "\"valid\"",
                        "\"doubts\"",
                        "\"ledger\"",
                        "\"summary\"",
                        "\"deliveriesPerSecond\"",
                        "\"latencyP50\"",
                        "\"latencyMax\"",
                        "\"bytesDownPerEvent\"",
                        "\"runs\"",
                        "\"measures\"",
                        "\"deliveriesPerSecond\"",
                        "\"latencyP50\"",
                        "\"latencyMax\"",
                        "\"bytesDownPerEvent\"",
                        "\"checks\"",
                        "\"sayings\"");
    }

    @Test
    void whatIsNotFiniteWasNotMeasured() {
        var row = Reports.row(Row.LOAD, Reports.ours("sse"))
                .with(Measure.SERVER_CPU, Double.NaN, Double.POSITIVE_INFINITY)
                .with(Measure.P50, 1, 2)
                .row();
        var report = Reports.of(List.of(row));
        assertThat(Format.JSON.write(report)).doesNotContain("NaN", "Infinity", "serverCpuPerEvent");
        assertThat(Format.CSV.write(report)).doesNotContain("NaN", "Infinity").contains("latencyP50");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportFiles.read(directory.resolve("none.json")))
                .withMessage("no such file: " + directory.resolve("none.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"version\":1}",
                "{\"version\":\"x\",\"rows\":[]}",
                "{\"version\":1,\"rows\":[]}",
                "{\"version\":1,\"rows\":[{\"experiment\":\"load\"}]}"
            })
    void somethingElseIsNoReport(String content) throws IOException {
        var file = Files.writeString(directory.resolve("other.json"), content);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportFiles.read(file))
                .withMessageStartingWith(file + " is not a report")
                .withMessageNotContaining("\n");
    }

    @Test
    void aNewerReportIsRefused() throws IOException {
        String newer = Format.JSON.write(Reports.valid()).replaceFirst("\"version\" : 1", "\"version\" : 2");
        var file = Files.writeString(directory.resolve("newer.json"), newer);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportFiles.read(file))
                .withMessage(file + " is of version 2, newer than this program knows (" + Report.VERSION + ")");
    }
}
