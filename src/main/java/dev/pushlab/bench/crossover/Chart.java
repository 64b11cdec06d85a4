package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Marks;
import java.util.ArrayList;
import java.util.List;

/** Draws who is cheapest: a legend, and a panel for each number of clients. */
final class Chart {

    static final String TITLE = "Cheapest strategy by server CPU";

    private static final String TOLD = "A panel for each number of clients. To the right, how late an event may be;"
            + " upwards, events a second. Each cell names the cheapest strategy and the CPU that it takes.";

    private static final int COLUMNS = 2;
    private static final int GAP = 28;
    private static final int WIDTH = GAP + COLUMNS * (Panel.WIDTH + GAP);
    private static final int LEGEND_TOP = 12;
    private static final int LEGEND_LINE = 28;
    /** About as wide as a letter is. */
    private static final int LETTER = 7;

    private final List<Element> drawn = new ArrayList<>();
    private int x = GAP;
    private int y = LEGEND_TOP;

    private Chart(Crossover crossover) {
        crossover.compared().forEach(strategy -> legend(Marks.series(strategy), "cell", strategy));
        legend(Marks.series("polling") + " tied", "cell", Labels.TIED + "others cost nearly the same");
        legend(Marks.GREY, "beyond", "beyond what was measured");
        y += LEGEND_LINE;
        for (int i = 0; i < Crossover.CLIENTS.size(); i++) {
            panel(crossover, i);
        }
    }

    /** For a page that has the styles. */
    static Element inline(Crossover crossover) {
        var chart = new Chart(crossover);
        return chart.picture().add(chart.drawn);
    }

    static String file(Crossover crossover) {
        var chart = new Chart(crossover);
        return Marks.file(chart.picture(), WIDTH, chart.y).add(chart.drawn).toString();
    }

    private Element picture() {
        return Marks.picture("crossover", TITLE, TOLD, WIDTH, y).with("class", "chart wide");
    }

    /** Takes as many lines as it needs. */
    private void legend(String kind, String mark, String text) {
        int width = 42 + LETTER * text.length();
        if (x + width > WIDTH) {
            x = GAP;
            y += LEGEND_LINE;
        }
        drawn.add(Marks.group(
                kind, Marks.bar(x, x + 17, y + 8.5, 17, mark), Marks.text(x + 24, y + 13, "start", "name", text)));
        x += width;
    }

    private void panel(Crossover crossover, int index) {
        int left = GAP + index % COLUMNS * (Panel.WIDTH + GAP);
        drawn.add(Panel.of(crossover, Crossover.CLIENTS.get(index))
                .with("transform", "translate(" + left + " " + y + ")"));
        if (index % COLUMNS == COLUMNS - 1 || index == Crossover.CLIENTS.size() - 1) {
            y += Panel.HEIGHT;
        }
    }
}
