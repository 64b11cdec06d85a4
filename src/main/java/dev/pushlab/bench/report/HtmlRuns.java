package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Html;
import dev.pushlab.bench.writing.Numbers;

/** Every run of every row, and what it holds against itself. */
final class HtmlRuns {

    private HtmlRuns() {}

    static Element section(Report report) {
        var section = Html.section("Runs and their checks", "A run that fails a check of its own doesn't count.");
        report.rows().forEach(row -> section.add(details(row)));
        return section;
    }

    private static Element details(Row row) {
        int count = row.valid() ? row.believable().size() : 0;
        var details = Element.of(
                "details",
                Element.of(
                        "summary",
                        row.experiment() + ", " + row.subject().title() + " ",
                        Element.of("small", count + " of " + row.runs().size() + " repeats count")
                                .with("class", count < row.runs().size() ? "bad" : "quiet")));
        row.runs().forEach(run -> details.add(run(run)));
        return details;
    }

    private static Element run(Run run) {
        var checks = Element.of("ul").with("class", "checks");
        checks.add(line(run.ledger().clean(), "clean", "NOT clean", "ledger: " + ledger(run.ledger())));
        run.checks().forEach(check -> checks.add(check(check)));
        return Element.of("div", Element.of("h4", "Repeat " + run.repeat() + ", turn " + run.turn()), checks)
                .with("class", "run");
    }

    private static Element check(SelfCheck check) {
        String what = check.seen().isEmpty() ? check.name() : check.name() + ": " + check.seen();
        return line(check.passed(), "passed", "FAILED", what);
    }

    private static Element line(boolean good, String yes, String no, String what) {
        return Element.of("li", Element.of("b", good ? yes : no), " " + what).with("class", good ? "good" : "bad");
    }

    private static String ledger(Ledger.Line line) {
        return "%s expected, %s received, %s lost, %s duplicated, %s reordered, %s explained"
                .formatted(
                        Numbers.of(line.expected()),
                        Numbers.of(line.received()),
                        Numbers.of(line.lost()),
                        Numbers.of(line.duplicated()),
                        Numbers.of(line.reordered()),
                        Numbers.of(line.explained()));
    }
}
