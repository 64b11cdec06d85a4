package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.writing.Grid;
import dev.pushlab.bench.writing.TextGrid;
import java.util.List;
import java.util.Locale;

/** Reports for a terminal. */
final class TextReport {

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        var text = new TextReport(report);
        text.head();
        text.results();
        text.sayings();
        return text.text.toString();
    }

    private void head() {
        Notes.warnings(report).forEach(this::line);
        line(Words.TITLE + ": " + Words.load(report.settings()));
        grid(Grids.ledger(report));
        for (var doubt : Notes.doubts(report)) {
            line("");
            line(doubt.row());
            doubt.reasons().forEach(reason -> line("  " + reason));
        }
    }

    private void results() {
        var grids = new Grids(report, Grids.DECISIVE::contains);
        for (var experiment : report.experiments()) {
            heading(Words.experiment(experiment));
            grids.of(experiment).values().forEach(this::grid);
        }
        line("");
        line(Notes.INTERVALS);
    }

    private void sayings() {
        if (!report.sayings().isEmpty()) {
            heading("What is said, and what these runs say");
            report.sayings().forEach(this::saying);
        }
    }

    private void saying(Saying saying) {
        line("");
        line("%-8s %s".formatted(saying.verdict().name().toLowerCase(Locale.ROOT), saying.claim()));
        for (String more : List.of(saying.number(), saying.command())) {
            if (!more.isEmpty()) {
                line(" ".repeat(9) + more);
            }
        }
    }

    private void heading(String title) {
        line("");
        line(title);
        line("=".repeat(title.length()));
    }

    private void grid(Grid grid) {
        line("");
        line(grid.title());
        text.append(TextGrid.write(grid));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
