package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.result.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison that the README shows is the one that was measured. */
class CommittedReportTests {

    private static final Path FOLDER = Path.of("src/docs/report");

    private final Report report = ReportFiles.read(FOLDER.resolve("report.json"));

    @Test
    void itIsValid() {
        assertThat(report.valid()).isTrue();
        assertThat(report.indicative()).isFalse();
        assertThat(report.rows()).isNotEmpty();
    }

    @Test
    void itsPagesSayWhatWasMeasured() throws IOException {
        for (var format : List.of(Format.MARKDOWN, Format.HTML, Format.JSON)) {
            assertThat(Files.readString(FOLDER.resolve(format.fileName())).lines())
                    .as(format.fileName())
                    .containsExactlyElementsOf(format.write(report).lines().toList());
        }
    }

    @Test
    void theReadmeTakesOverItsTable() throws IOException {
        var glance = Format.MARKDOWN
                .write(report)
                .lines()
                .dropWhile(line -> !line.equals("## At a glance"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replace("\\", ""))
                .toList();
        assertThat(glance).hasSizeGreaterThan(2);
        assertThat(Files.readString(Path.of("README.md")).lines()).containsSequence(glance);
    }

    @Test
    void theReadmeSaysHowToRemakeIt() throws IOException {
        String command = report.command().replaceAll(" --out \\S+", "");
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + command + "`");
    }
}
