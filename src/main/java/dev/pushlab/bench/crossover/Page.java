package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the chart and all tables on one page that needs nothing else. */
final class Page {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Push Lab: which strategy is cheapest</title>
            <style>
            :root { --ground: #fff; --ink: #1b2230; --quiet: #566072; --line: #dfe3e9; --stripe: #f5f6f8; }
            @media (prefers-color-scheme: dark) {
              :root { --ground: #11161e; --ink: #e6eaf0; --quiet: #9eabbd; --line: #2d3745; --stripe: #1a212c; }
            }
            body { background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
              max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
            h2, summary { font-size: 1.15rem; font-weight: 600; margin: 2.2rem 0 0.5rem; }
            summary { cursor: pointer; }
            ul { padding-left: 1.2rem; margin: 0 0 1rem; }
            p { color: var(--quiet); margin: 0 0 0.7rem; }
            .wide { overflow-x: auto; }
            .wide svg { min-width: 50rem; display: block; }
            table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: 0.25rem 0.9rem 0.25rem 0.4rem; border-bottom: 1px solid var(--line);
              white-space: nowrap; }
            th { color: var(--quiet); font-weight: 600; }
            tbody tr:nth-child(even) { background: var(--stripe); }
            </style>
            </head>
            <body>
            <main>
            """;

    private Page() {}

    static String of(Crossover crossover) {
        var page = new StringBuilder(HEAD);
        var premises = Sections.premises(crossover);
        page.append(Markup.element("h1", premises.title())).append('\n');
        page.append(list(premises.sentences()));
        if (crossover.decided()) {
            page.append("<div class=\"wide\">\n").append(Chart.of(crossover)).append("\n</div>\n");
        }
        Sections.flips(crossover).forEach(section -> page.append(open(section)));
        Sections.costs(crossover).forEach(section -> page.append(folded(section)));
        var trust = Sections.trust(crossover.model());
        trust.subList(0, trust.size() - 1).forEach(section -> page.append(open(section)));
        var measured = trust.get(trust.size() - 1);
        // what was measured is all there is if nothing is decided
        page.append(crossover.decided() ? folded(measured) : open(measured));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String open(Section section) {
        return "<section>\n" + Markup.element("h2", section.title()) + "\n" + body(section) + "</section>\n";
    }

    private static String folded(Section section) {
        return "<details>\n" + Markup.element("summary", section.title()) + "\n" + body(section) + "</details>\n";
    }

    private static String body(Section section) {
        String sentences = section.sentences().stream()
                .map(sentence -> Markup.element("p", sentence) + "\n")
                .collect(Collectors.joining());
        return sentences + "<div class=\"wide\"><table>\n<thead>"
                + row("th scope=\"col\"", section.head()) + "</thead>\n<tbody>\n"
                + section.rows().stream().map(row -> row("td", row) + "\n").collect(Collectors.joining())
                + "</tbody>\n</table></div>\n";
    }

    private static String row(String element, List<String> cells) {
        return cells.stream()
                .map(cell -> Markup.element(element, cell))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String list(List<String> sentences) {
        return Stream.of(sentences)
                .flatMap(List::stream)
                .map(sentence -> Markup.element("li", sentence) + "\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }
}
