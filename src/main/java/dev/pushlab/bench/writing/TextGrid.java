package dev.pushlab.bench.writing;

import dev.pushlab.bench.writing.Grid.Heading;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A grid in columns of text: words to the left, numbers to the right, units below the headings. */
public final class TextGrid {

    private static final String BETWEEN = "  ";

    private final List<Heading> headings;
    private final List<List<String>> lines;
    private final int[] widths;

    private TextGrid(Grid grid) {
        headings = grid.headings();
        var titles = Stream.of(
                headings.stream().map(Heading::title).toList(),
                headings.stream().map(Heading::unit).toList());
        var cells = grid.lines().stream()
                .map(line -> line.cells().stream().map(Grid.Cell::line).toList());
        lines = Stream.concat(titles, cells).filter(TextGrid::isAny).toList();
        widths = IntStream.range(0, headings.size()).map(this::width).toArray();
    }

    public static String write(Grid grid) {
        var columns = new TextGrid(grid);
        var text = new StringBuilder();
        columns.lines.forEach(line -> text.append(columns.line(line)).append('\n'));
        return text.toString();
    }

    private static boolean isAny(List<String> cells) {
        return cells.stream().anyMatch(cell -> !cell.isEmpty());
    }

    private int width(int column) {
        return lines.stream()
                .filter(line -> line.size() > column)
                .mapToInt(line -> line.get(column).length())
                .max()
                .orElse(0);
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blank = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : BETWEEN).append(headings.get(column).number() ? blank + cell : cell + blank);
        }
        return line.toString().stripTrailing();
    }
}
