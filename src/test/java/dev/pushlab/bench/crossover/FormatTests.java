package dev.pushlab.bench.crossover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushlab.bench.writing.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/** What is written of a CROSSOVER. */
class FormatTests {

    private static final String STRANGE = "<b>&\"";

    private static final Crossover CROSSOVER = Crossover.of(
            Made.model(Map.of(STRANGE, point -> 1e5 + Made.cost(Made.SSE).applyAsDouble(point) * 9)), 256);
    private static final Crossover UNDECIDED =
            Crossover.of(Made.model(Map.of("sse", Made::thrashing, "long-polling", Made::thrashing)), 256);

    @Test
    void theChartShowsEveryCell() {
        var svg = Xml.parse(Format.SVG.write(CROSSOVER));
        assertThat(texts(svg, "title"))
                .hasSize(1 + CROSSOVER.cells().size())
                .containsAll(CROSSOVER.cells().stream().map(Labels::sentence).toList());
        for (var cell : CROSSOVER.cells()) {
            assertThat(texts(svg, "text")).contains(Labels.winner(cell), Labels.cores(cell));
        }
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(texts(svg, "desc")).singleElement().asString().contains("cheapest strategy");
    }

    @Test
    void everyCellOfTheChartSaysAllOfItInASentence() {
        assertThat(Labels.sentence(CROSSOVER.cell(1_000, 10, 10)))
                .isEqualTo("1,000 clients, 10/s, at most 10 s late: polling, 0.026 cores, 3.4 MB/s, 100/s requests;"
                        + " then sse, 2.5 ×");
    }

    @Test
    void markdownHasARowForEveryCell() {
        String markdown = Format.MARKDOWN.write(CROSSOVER);
        assertThat(markdown.lines().filter(line -> line.matches("\\| [\\d,]+ \\| \\S+ \\| [\\w ]+ \\| .*cores.*")))
                .hasSize(CROSSOVER.cells().size());
        assertThat(markdown)
                .contains("| 1,000 | 10/s | 10 s | polling | 0.026 cores | 3.4 MB/s | 100/s | sse | 2.5 × |  |")
                .contains("| 10/s | sse | ≈ polling | polling | polling | polling |");
    }

    @Test
    void theTableSaysHowFarTheModelIsOff() {
        assertThat(Format.TABLE.write(CROSSOVER))
                .containsSubsequence(
                        "Which strategy is cheapest", "100,000 clients", "What it costs", "How far the model is off")
                .containsPattern("sse +server CPU +6 +0 % +0 % +2 +0 % +0 % +yes")
                .containsPattern("sse +server CPU +clients\\*rate +an event delivered +6 µs");
    }

    @Test
    void withoutAGoodModelOnlyWhatWasMeasuredIsShown() {
        for (var format : List.of(Format.TABLE, Format.MARKDOWN, Format.HTML)) {
            assertThat(format.write(UNDECIDED))
                    .contains("No answer", "Not good enough to decide: sse", "What was measured")
                    .doesNotContain("What it costs", "change places", "<svg");
        }
        assertThat(UNDECIDED.cells()).isEmpty();
    }

    @Test
    void thePageNeedsNothingElse() {
        String page = Format.HTML.write(CROSSOVER);
        assertThat(page).contains("<svg", "How far the model is off", "prefers-color-scheme: dark");
        assertThat(page).doesNotContain("://", "src=", "href=", "url(");
    }

    @Test
    void strangeNamesDoNoHarm() {
        assertThat(Format.HTML.write(CROSSOVER)).doesNotContain("<b>").contains("&lt;b&gt;&amp;\"");
    }

    @Test
    void theJsonHoldsTheModelToo() {
        var json = JsonMapper.shared().readTree(Format.JSON.write(CROSSOVER));
        assertThat(json.path("cells").size()).isEqualTo(CROSSOVER.cells().size());
        assertThat(json.path("cells").path(0).path("cheapest").asString()).isNotEmpty();
        assertThat(json.path("model").path("strategies").size()).isEqualTo(4);
    }

    @Test
    void theModelIsReadFromItsFile(@TempDir Path folder) throws IOException {
        CrossoverFiles.write(CROSSOVER, folder.resolve("new"));
        assertThat(folder.resolve("new"))
                .isDirectoryContaining("glob:**crossover.svg")
                .isDirectoryContaining("glob:**crossover.html");
        assertThat(CrossoverFiles.readModel(folder.resolve("new").resolve(CrossoverFiles.MODEL)))
                .isEqualTo(CROSSOVER.model());
    }

    @Test
    void anotherFileIsNoModel(@TempDir Path folder) throws IOException {
        for (var text : List.of("", "null", "[]", "{}", "{\"version\": 2}", "no JSON")) {
            var file = Files.writeString(folder.resolve("other.json"), text);
            assertThatIllegalArgumentException().isThrownBy(() -> CrossoverFiles.readModel(file));
        }
    }

    private static List<String> texts(Document document, String name) {
        var elements = document.getElementsByTagName(name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> elements.item(i).getTextContent())
                .toList();
    }
}
