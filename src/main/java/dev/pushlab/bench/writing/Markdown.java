package dev.pushlab.bench.writing;

import dev.pushlab.bench.writing.Grid.Cell;
import dev.pushlab.bench.writing.Grid.Heading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown in the making, as GitHub shows it; texts are escaped unless it is said that they are Markdown. */
public final class Markdown {

    private final StringBuilder text = new StringBuilder();

    public Markdown heading(int level, String title) {
        return paragraph("#".repeat(level) + " " + escaped(title));
    }

    /** @param markdown as it stands */
    public Markdown paragraph(String markdown) {
        text.append(markdown).append("\n\n");
        return this;
    }

    public Markdown list(List<String> items) {
        items.forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
        return items.isEmpty() ? this : end();
    }

    public Markdown grid(Grid grid) {
        var headings = grid.headings();
        if (headings.isEmpty()) {
            return this;
        }
        head(
                headings.stream().map(Markdown::title).toList(),
                headings.stream().map(Heading::number).toList());
        for (var line : grid.lines()) {
            var cells = new ArrayList<String>();
            line.cells().stream().map(Cell::line).map(Markdown::escaped).forEach(cells::add);
            cells.addAll(Collections.nCopies(Math.max(0, headings.size() - cells.size()), ""));
            line(cells);
        }
        return end();
    }

    /**
     * A table of words.
     *
     * @param cells Markdown as it stands
     */
    public Markdown table(List<String> titles, List<List<String>> cells) {
        head(titles, Collections.nCopies(titles.size(), false));
        cells.forEach(this::line);
        return end();
    }

    /** In a code span nothing is escaped but the table's own sign. */
    public static String code(String text) {
        return "`" + oneLine(text).replace('`', '\'').replace("|", "\\|") + "`";
    }

    public static String escaped(String text) {
        return oneLine(text).replace("&", "&amp;").replace("<", "&lt;").replaceAll("[\\\\`*_{}\\[\\]|~#]", "\\\\$0");
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }

    private static String title(Heading heading) {
        return escaped(heading.unit().isEmpty() ? heading.title() : heading.title() + ", " + heading.unit());
    }

    private void head(List<String> titles, List<Boolean> numbers) {
        line(titles);
        line(numbers.stream().map(number -> number ? "---:" : "---").toList());
    }

    private void line(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private Markdown end() {
        text.append('\n');
        return this;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
