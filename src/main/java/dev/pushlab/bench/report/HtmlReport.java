package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Html;
import dev.pushlab.bench.writing.HtmlGrid;
import java.util.ArrayList;
import java.util.Locale;

/** Reports as one page that loads nothing and needs no script. */
final class HtmlReport {

    private final Report report;

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        var html = new HtmlReport(report);
        return Html.page(html.title(), html.header(), html.main());
    }

    /** What a tab shows says it, too. */
    private String title() {
        return report.valid() ? Words.TITLE : "NOT VALID: " + Words.TITLE;
    }

    private Element main() {
        var main = Element.of("main", ledger());
        report.experiments().forEach(experiment -> main.add(experiment(experiment)));
        if (!report.sayings().isEmpty()) {
            main.add(sayings());
        }
        return main.add(HtmlRuns.section(report)).add(method());
    }

    private Element header() {
        var header = Element.of("header");
        Notes.warnings(report)
                .forEach(warning -> header.add(Element.of("p", warning)
                        .with("class", warning.startsWith("NOT") ? "banner bad" : "banner")
                        .with("role", "note")));
        return header.add(Element.of("h1", Words.TITLE))
                .add(Element.of("p", Words.load(report.settings())).with("class", "lead"))
                .add(Element.of("p", "Remade by ", Element.of("code", report.command())));
    }

    private Element ledger() {
        var section = Html.section(
                "Ledger",
                "What became of the events. Without a clean ledger no number is a result.",
                HtmlGrid.write(Grids.ledger(report)));
        Notes.doubts(report)
                .forEach(doubt ->
                        section.add(Element.of("div", Element.of("p", doubt.row()), Html.list(doubt.reasons()))
                                .with("class", "doubt")));
        return section;
    }

    private Element experiment(String experiment) {
        var section = Html.section(Words.experiment(experiment), Notes.INTERVALS);
        var charts = new Charts(report);
        new Grids(report, measure -> true).of(experiment).forEach((band, grid) -> {
            var parts = new ArrayList<Element>();
            if (experiment.equals(Row.LOAD)) {
                charts.of(band).ifPresent(chart -> parts.add(Element.of("figure", chart.inline())));
            }
            parts.add(HtmlGrid.write(grid));
            section.add(Element.of(
                    "section",
                    Element.of("h3", grid.title()),
                    Element.of("div", parts.toArray()).with("class", parts.size() > 1 ? "pair" : "single")));
        });
        return section;
    }

    private Element sayings() {
        var list = Element.of("div").with("class", "sayings");
        report.sayings().forEach(saying -> list.add(saying(saying)));
        return Html.section(
                "What is said, and what these runs say",
                "A difference is claimed only where the 95 % intervals don't overlap.",
                list);
    }

    private static Element saying(Saying saying) {
        String verdict = saying.verdict().name().toLowerCase(Locale.ROOT);
        var article = Element.of(
                "article",
                Element.of(
                        "h3",
                        Element.of("span", verdict).with("class", "verdict " + verdict),
                        " “" + saying.claim() + "”"),
                Element.of("p", saying.number()));
        return saying.command().isEmpty()
                ? article
                : article.add(Element.of("p", Element.of("code", saying.command())));
    }

    private Element method() {
        var facts = Element.of("dl");
        Words.facts(report)
                .forEach(
                        (name, value) -> facts.add(Element.of("div", Element.of("dt", name), Element.of("dd", value))));
        return Html.section(
                "How it was measured",
                "",
                Html.list(report.method()),
                facts,
                Element.of("p", Words.FILES).with("class", "quiet"));
    }
}
