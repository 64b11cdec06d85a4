package dev.pushlab.bench.writing;

import java.util.List;

/**
 * A table before it is written.
 *
 * @param headings none if there is no table
 */
public record Grid(String title, List<Heading> headings, List<Line> lines) {

    /** Words only. */
    static Grid of(String title, List<String> head, List<List<String>> rows) {
        return new Grid(
                title,
                head.stream().map(Heading::words).toList(),
                rows.stream().map(Line::of).toList());
    }

    /** What stands above a column. */
    public record Heading(String title, String unit, boolean number) {

        public static Heading words(String title) {
            return new Heading(title, "", false);
        }

        public static Heading number(String title, String unit) {
            return new Heading(title, unit, true);
        }
    }

    /**
     * A row of cells.
     *
     * @param cells one for each heading; or fewer, the last of which stands in for the rest
     */
    public record Line(boolean valid, List<Cell> cells) {

        static Line of(List<String> cells) {
            return new Line(true, cells.stream().map(Cell::new).toList());
        }
    }

    /**
     * A value.
     *
     * @param interval where it lies, may be empty
     */
    public record Cell(String text, String interval) {

        public static final Cell EMPTY = new Cell("", "");

        public Cell(String text) {
            this(text, "");
        }

        String line() {
            return interval.isEmpty() ? text : text + " " + interval;
        }
    }
}
