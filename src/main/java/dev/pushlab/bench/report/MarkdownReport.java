package dev.pushlab.bench.report;

import static dev.pushlab.bench.writing.Markdown.code;
import static dev.pushlab.bench.writing.Markdown.escaped;

import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.writing.Markdown;
import java.util.List;
import java.util.Locale;

/** Reports as GitHub shows them. */
final class MarkdownReport {

    private final Report report;
    private final Markdown markdown = new Markdown();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        var writer = new MarkdownReport(report);
        writer.head();
        writer.results();
        writer.sayings();
        writer.method();
        return writer.markdown + "\n";
    }

    private void head() {
        Notes.warnings(report).forEach(warning -> markdown.paragraph(escaped(warning)));
        markdown.heading(1, Words.TITLE)
                .paragraph(escaped(Words.load(report.settings())) + ". Remade by:")
                .paragraph(code(report.command()))
                .heading(2, "Ledger")
                .grid(Grids.ledger(report));
        Notes.doubts(report)
                .forEach(doubt -> markdown.paragraph(escaped(doubt.row())).list(doubt.reasons()));
    }

    private void results() {
        if (!report.rows(Row.LOAD).isEmpty()) {
            markdown.heading(2, "At a glance").grid(Grids.glance(report));
        }
        markdown.paragraph(Notes.INTERVALS);
        var grids = new Grids(report, measure -> true);
        for (var experiment : report.experiments()) {
            markdown.heading(2, Words.experiment(experiment));
            grids.of(experiment)
                    .values()
                    .forEach(grid -> markdown.heading(3, grid.title()).grid(grid));
        }
    }

    private void sayings() {
        if (!report.sayings().isEmpty()) {
            markdown.heading(2, "What is said, and what these runs say")
                    .table(
                            List.of("said", "verdict", "number", "shown by"),
                            report.sayings().stream()
                                    .map(MarkdownReport::saying)
                                    .toList());
        }
    }

    private static List<String> saying(Saying saying) {
        return List.of(
                escaped(saying.claim()),
                "**" + saying.verdict().name().toLowerCase(Locale.ROOT) + "**",
                escaped(saying.number()),
                saying.command().isEmpty() ? "" : code(saying.command()));
    }

    private void method() {
        markdown.heading(2, "How it was measured")
                .list(report.method())
                .table(
                        List.of("", ""),
                        Words.facts(report).entrySet().stream()
                                .map(fact -> List.of(fact.getKey(), escaped(fact.getValue())))
                                .toList())
                .paragraph(escaped(Words.FILES));
    }
}
