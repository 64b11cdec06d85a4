package dev.pushlab.bench.compare;

import static dev.pushlab.bench.report.Reports.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.report.Reports;
import dev.pushlab.bench.result.Measure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code compare} on reports in files. */
class CompareCommandTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        write("a.json", JsonMapper.shared().writeValueAsString(Reports.of(row("sse", Measure.P99, 10, 11, 12))));
        write("b.json", JsonMapper.shared().writeValueAsString(Reports.of(row("sse", Measure.P99, 30, 33, 36))));
    }

    @Test
    void tellsHowTwoReportsDiffer() {
        assertThat(run(file("a.json"), file("b.json"))).isZero();
        assertThat(out.toString()).contains("p99", "11 ms", "33 ms", "B is 3 times A [3–3], worse");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesTheFormatThatIsAskedFor() {
        assertThat(run(file("a.json"), file("b.json"), "--format", "json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).path("version").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "no JSON", "{\"version\": 99}"})
    void whatIsNoReportIsToldInOneLine(String text) throws IOException {
        write("b.json", text);
        assertThat(run(file("a.json"), file("b.json"))).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("b.json");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsToldInOneLine() {
        assertThat(run(file("a.json"), file("c.json"))).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("c.json");
    }

    @Test
    void helpIsGiven() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("A.json", "--format", "Exit code", "Examples");
    }

    private int run(String... args) {
        return new CommandLine(new CompareCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
