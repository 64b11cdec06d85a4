package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Html;
import dev.pushlab.bench.writing.HtmlGrid;
import dev.pushlab.bench.writing.Section;

/** Puts the chart and all tables on one page that needs nothing else. */
final class Page {

    private Page() {}

    static String of(Crossover crossover) {
        var premises = Sections.premises(crossover);
        var main = Element.of("main");
        if (crossover.decided()) {
            main.add(Element.of("section", Html.scrolling(Chart.TITLE, Chart.inline(crossover))));
        }
        Sections.flips(crossover).forEach(section -> main.add(section(section, true)));
        Sections.costs(crossover).forEach(section -> main.add(section(section, false)));
        var trust = Sections.trust(crossover.model());
        trust.subList(0, trust.size() - 1).forEach(section -> main.add(section(section, true)));
        // what was measured is all there is if nothing is decided
        main.add(section(trust.get(trust.size() - 1), !crossover.decided()));
        return Html.page(
                "Push Lab: which strategy is cheapest",
                Element.of("header", Element.of("h1", premises.title()), Html.list(premises.sentences())),
                main);
    }

    private static Element section(Section section, boolean open) {
        var table = HtmlGrid.write(section.grid());
        var rows = Element.of("summary", section.grid().lines().size() + " rows");
        return Html.section(
                section.title(),
                String.join(" ", section.sentences()),
                open ? table : Element.of("details", rows, table));
    }
}
