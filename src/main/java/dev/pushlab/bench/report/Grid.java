package dev.pushlab.bench.report;

import java.util.List;

/**
 * A table before it is written.
 *
 * @param headings at least one
 */
record Grid(String title, List<Heading> headings, List<Line> lines) {

    /** What stands above a column. */
    record Heading(String title, String unit, boolean number) {

        static Heading words(String title) {
            return new Heading(title, "", false);
        }

        static Heading number(String title, String unit) {
            return new Heading(title, unit, true);
        }
    }

    /**
     * A row of cells.
     *
     * @param cells one for each heading; for a row that can't be believed its name and {@link Grids#INVALID} only
     */
    record Line(boolean valid, List<Cell> cells) {}

    /**
     * A value.
     *
     * @param interval where it lies, may be empty
     */
    record Cell(String text, String interval) {

        static final Cell EMPTY = new Cell("", "");

        Cell(String text) {
            this(text, "");
        }

        String line() {
            return interval.isEmpty() ? text : text + " " + interval;
        }
    }
}
