package dev.pushlab.bench.writing;

import dev.pushlab.bench.writing.Grid.Cell;
import dev.pushlab.bench.writing.Grid.Heading;
import dev.pushlab.bench.writing.Grid.Line;
import java.util.List;

/** A grid as a table of a page, which scrolls by itself where it is too wide. */
public final class HtmlGrid {

    private HtmlGrid() {}

    public static Element write(Grid grid) {
        var head = Element.of("tr");
        grid.headings().forEach(heading -> head.add(heading(heading)));
        var body = Element.of("tbody");
        grid.lines().forEach(line -> body.add(line(line, grid.headings())));
        var table = Element.of("table", Element.of("thead", head), body).with("aria-label", grid.title());
        return Html.scrolling(grid.title(), table);
    }

    private static Element heading(Heading heading) {
        var th = Element.of("th", heading.title()).with("scope", "col");
        if (!heading.unit().isEmpty()) {
            th.add(" ").add(Element.of("small", heading.unit()));
        }
        return heading.number() ? th.with("class", "number") : th;
    }

    private static Element line(Line line, List<Heading> headings) {
        var tr = Element.of("tr");
        for (int column = 0; column < line.cells().size(); column++) {
            var td = cell(line.cells().get(column), column == 0);
            boolean last = column == line.cells().size() - 1;
            if (last && line.cells().size() < headings.size()) {
                td.with("colspan", headings.size() - column);
            } else if (headings.get(column).number()) {
                td.with("class", "number");
            }
            tr.add(td);
        }
        return line.valid() ? tr : tr.with("class", "invalid");
    }

    private static Element cell(Cell cell, boolean first) {
        var element = Element.of(first ? "th" : "td", cell.text());
        if (first) {
            element.with("scope", "row");
        }
        return cell.interval().isEmpty() ? element : element.add(" ").add(Element.of("small", cell.interval()));
    }
}
