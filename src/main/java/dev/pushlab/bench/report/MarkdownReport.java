package dev.pushlab.bench.report;

import dev.pushlab.bench.report.Grid.Heading;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reports as GitHub shows them. */
final class MarkdownReport {

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        var markdown = new MarkdownReport(report);
        markdown.head();
        markdown.results();
        markdown.sayings();
        markdown.method();
        return markdown.text.toString();
    }

    private void head() {
        Notes.warnings(report).forEach(warning -> paragraph(escaped(warning)));
        paragraph("# " + Words.TITLE);
        paragraph(escaped(Words.load(report.settings())) + ". Remade by:");
        paragraph(code(report.command()));
        paragraph("## Ledger");
        grid(Grids.ledger(report));
        for (var doubt : Notes.doubts(report)) {
            paragraph(escaped(doubt.row()));
            list(doubt.reasons());
        }
    }

    private void results() {
        if (!report.rows(Row.LOAD).isEmpty()) {
            paragraph("## At a glance");
            grid(Grids.glance(report));
        }
        paragraph(Notes.INTERVALS);
        var grids = new Grids(report, measure -> true);
        for (var experiment : report.experiments()) {
            paragraph("## " + escaped(Words.experiment(experiment)));
            for (var grid : grids.of(experiment).values()) {
                paragraph("### " + grid.title());
                grid(grid);
            }
        }
    }

    private void sayings() {
        if (!report.sayings().isEmpty()) {
            paragraph("## What is said, and what these runs say");
            head(List.of("said", "verdict", "number", "shown by"), List.of(false, false, false, false));
            report.sayings().forEach(this::saying);
            text.append('\n');
        }
    }

    private void saying(Saying saying) {
        line(List.of(
                escaped(saying.claim()),
                "**" + saying.verdict().name().toLowerCase(Locale.ROOT) + "**",
                escaped(saying.number()),
                saying.command().isEmpty() ? "" : code(saying.command())));
    }

    private void method() {
        paragraph("## How it was measured");
        list(report.method());
        head(List.of("", ""), List.of(false, false));
        Words.facts(report).forEach((name, value) -> line(List.of(name, escaped(value))));
        text.append('\n').append(escaped(Words.FILES)).append('\n');
    }

    private void grid(Grid grid) {
        head(
                grid.headings().stream().map(MarkdownReport::title).toList(),
                grid.headings().stream().map(Heading::number).toList());
        int columns = grid.headings().size();
        for (var line : grid.lines()) {
            var cells = new ArrayList<String>();
            line.cells().forEach(cell -> cells.add(escaped(cell.line())));
            cells.addAll(Collections.nCopies(Math.max(0, columns - cells.size()), ""));
            line(cells);
        }
        text.append('\n');
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

    private void list(List<String> items) {
        items.forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
        if (!items.isEmpty()) {
            text.append('\n');
        }
    }

    private void paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    /** In a code span nothing is escaped but the table's own sign. */
    private static String code(String text) {
        return "`" + oneLine(text).replace('`', '\'').replace("|", "\\|") + "`";
    }

    private static String escaped(String text) {
        return oneLine(text).replace("&", "&amp;").replace("<", "&lt;").replaceAll("[\\\\`*_{}\\[\\]|~#]", "\\\\$0");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
