package dev.pushlab.bench.crossover;

import java.util.Locale;

/** Draws the cells of one number of clients: how late an event may be to the right, events a second upwards. */
final class Panel {

    private static final int CELL_WIDTH = 96;
    private static final int CELL_HEIGHT = 40;
    private static final int AXIS = 64;
    private static final int ABOVE = 34;
    private static final int BELOW = 66;

    static final int WIDTH = AXIS + Crossover.STALENESS.size() * CELL_WIDTH;
    static final int HEIGHT = ABOVE + Crossover.RATES.size() * CELL_HEIGHT + BELOW;

    /** Names with more letters are squeezed into their cell. */
    private static final int LONGEST = 12;
    /** The colours there are; further strategies begin again. */
    private static final int COLOURS = 8;

    private final Crossover crossover;
    private final StringBuilder svg = new StringBuilder();

    private Panel(Crossover crossover) {
        this.crossover = crossover;
    }

    static String of(Crossover crossover, int clients, int x, int y) {
        var panel = new Panel(crossover);
        panel.axes(clients, x + AXIS, y + ABOVE);
        panel.cells(clients, x + AXIS, y + ABOVE);
        return panel.svg.toString();
    }

    static String colour(Crossover crossover, String strategy) {
        return "var(--s" + crossover.compared().indexOf(strategy) % COLOURS + ")";
    }

    private void axes(int clients, int left, int top) {
        text("head", left, top - 14, Words.count(clients) + " clients");
        text("quiet end", left - 8, top - 14, "events");
        for (int row = 0; row < Crossover.RATES.size(); row++) {
            text("end", left - 8, top(top, row) + 24, Words.rate(Crossover.RATES.get(row)));
        }
        int bottom = top + Crossover.RATES.size() * CELL_HEIGHT;
        for (int column = 0; column < Crossover.STALENESS.size(); column++) {
            text(
                    "",
                    left + column * CELL_WIDTH + CELL_WIDTH / 2,
                    bottom + 17,
                    Words.time(Crossover.STALENESS.get(column)));
        }
        text("quiet", left + (WIDTH - AXIS) / 2, bottom + 36, "an event may be this late");
    }

    private void cells(int clients, int left, int top) {
        for (var cell : crossover.cells()) {
            if (cell.clients() == clients) {
                int column = Crossover.STALENESS.indexOf(cell.staleness());
                int row = Crossover.RATES.indexOf(cell.rate());
                cell(cell, left + column * CELL_WIDTH, top(top, row));
            }
        }
    }

    /** The lowest rate is at the bottom. */
    private static int top(int top, int row) {
        return top + (Crossover.RATES.size() - 1 - row) * CELL_HEIGHT;
    }

    private void cell(Cell cell, int x, int y) {
        boolean alike = Labels.allAlike(cell);
        String kind = alike ? "cell alike" : cell.decided() ? "cell" : "cell tied";
        String fill = alike ? "" : " style=\"fill: " + colour(crossover, cell.cheapest()) + "\"";
        add("<g><title>%s</title>", Markup.escaped(Labels.sentence(cell)));
        add(
                "<rect class=\"%s\"%s x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>",
                kind, fill, x, y, CELL_WIDTH, CELL_HEIGHT);
        if (cell.extrapolated()) {
            add(
                    "<rect class=\"beyond\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
                    x + 3, y + 3, CELL_WIDTH - 6, CELL_HEIGHT - 6);
        }
        text("name", x + CELL_WIDTH / 2, y + 17, Labels.winner(cell));
        text("small", x + CELL_WIDTH / 2, y + 31, Labels.cores(cell));
        add("</g>\n");
    }

    private void text(String kind, int x, int y, String text) {
        boolean squeezed = kind.equals("name") && text.length() > LONGEST;
        add(
                "<text class=\"%s\" x=\"%d\" y=\"%d\"%s>%s</text>\n",
                kind,
                x,
                y,
                squeezed ? " textLength=\"" + (CELL_WIDTH - 10) + "\" lengthAdjust=\"spacingAndGlyphs\"" : "",
                Markup.escaped(text));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
