package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Marks;
import dev.pushlab.bench.writing.Numbers;

/** Draws the cells of one number of clients: how late an event may be to the right, events a second upwards. */
final class Panel {

    private static final int CELL_WIDTH = 96;
    private static final int CELL_HEIGHT = 40;
    private static final int LEFT = 64;
    private static final int TOP = 34;
    private static final int BOTTOM = TOP + Crossover.RATES.size() * CELL_HEIGHT;

    static final int WIDTH = LEFT + Crossover.STALENESS.size() * CELL_WIDTH;
    static final int HEIGHT = BOTTOM + 66;

    /** Names with more letters are squeezed into their cell. */
    private static final int LONGEST = 12;

    private Panel() {}

    static Element of(Crossover crossover, int clients) {
        var panel = Element.of("g")
                .add(Marks.text(LEFT, TOP - 14, "start", "heading", Numbers.of(clients) + " clients"))
                .add(Marks.text(LEFT - 8, TOP - 14, "end", "figure", "events"))
                .add(Marks.text((LEFT + WIDTH) / 2, BOTTOM + 36, "middle", "figure", "an event may be this late"));
        for (double rate : Crossover.RATES) {
            panel.add(Marks.text(LEFT - 8, top(rate) + 24, "end", "name", Words.rate(rate)));
        }
        for (double staleness : Crossover.STALENESS) {
            panel.add(Marks.text(middle(staleness), BOTTOM + 17, "middle", "name", Words.time(staleness)));
        }
        crossover.cells().stream()
                .filter(cell -> cell.clients() == clients)
                .map(Panel::cell)
                .forEach(panel::add);
        return panel;
    }

    private static Element cell(Cell cell) {
        int x = middle(cell.staleness()) - CELL_WIDTH / 2;
        double y = top(cell.rate()) + CELL_HEIGHT / 2.0;
        String series = Labels.allAlike(cell) ? Marks.GREY : Marks.series(cell.cheapest());
        var drawn = Marks.group(
                cell.decided() ? series : series + " tied",
                Element.of("title", Labels.sentence(cell)),
                Marks.bar(x, x + CELL_WIDTH, y, CELL_HEIGHT, "cell").with("rx", 4));
        if (cell.extrapolated()) {
            drawn.add(Marks.bar(x + 3, x + CELL_WIDTH - 3, y, CELL_HEIGHT - 6, "beyond")
                    .with("rx", 2));
        }
        var name = Marks.text(middle(cell.staleness()), y - 3, "middle", "name", Labels.winner(cell));
        if (Labels.winner(cell).length() > LONGEST) {
            name.with("textLength", CELL_WIDTH - 10).with("lengthAdjust", "spacingAndGlyphs");
        }
        return drawn.add(name).add(Marks.text(middle(cell.staleness()), y + 11, "middle", "tick", Labels.cores(cell)));
    }

    private static int middle(double staleness) {
        return LEFT + Crossover.STALENESS.indexOf(staleness) * CELL_WIDTH + CELL_WIDTH / 2;
    }

    /** The lowest rate is at the bottom. */
    private static int top(double rate) {
        return BOTTOM - (Crossover.RATES.indexOf(rate) + 1) * CELL_HEIGHT;
    }
}
