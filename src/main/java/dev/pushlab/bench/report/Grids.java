package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Unit;
import dev.pushlab.bench.writing.Grid;
import dev.pushlab.bench.writing.Grid.Cell;
import dev.pushlab.bench.writing.Grid.Heading;
import dev.pushlab.bench.writing.Grid.Line;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables of a report, the same in every format for people. */
final class Grids {

    /** Stands instead of numbers that can't be believed. */
    static final String INVALID = "INVALID";

    private static final List<Measure> GLANCE = List.of(
            Measure.P50,
            Measure.P99,
            Measure.SERVER_CPU,
            Measure.FLOOR_MULTIPLE,
            Measure.BYTES_DOWN,
            Measure.BYTES_UP,
            Measure.REQUESTS,
            Measure.MEMORY);

    /** The two that most is decided by. */
    static final Set<Measure> DECISIVE = Set.of(Measure.P99, Measure.SERVER_CPU);

    private final Report report;
    private final Predicate<Measure> interval;

    /** @param interval whether a measure's 95 % interval is shown */
    Grids(Report report, Predicate<Measure> interval) {
        this.report = report;
        this.interval = interval;
    }

    /** What became of the events, row by row: to be read before any number. */
    static Grid ledger(Report report) {
        var headings = new ArrayList<Heading>();
        headings.add(Heading.words("experiment"));
        headings.add(Heading.words("subject"));
        Stream.of("expected", "received", "lost", "duplicated", "reordered", "explained")
                .map(title -> Heading.number(title, ""))
                .forEach(headings::add);
        headings.add(Heading.words("valid"));
        return new Grid(
                "Ledger",
                headings,
                report.rows().stream().map(Grids::ledgerLine).toList());
    }

    /** The most asked of the load, in one table. */
    static Grid glance(Report report) {
        return new Grids(report, DECISIVE::contains).grid("At a glance", report.rows(Row.LOAD), GLANCE);
    }

    /** A grid for each band that anything was measured of; one with names only if nothing can be believed. */
    Map<Band, Grid> of(String experiment) {
        var rows = report.rows(experiment);
        var grids = new EnumMap<Band, Grid>(Band.class);
        for (var band : Band.values()) {
            if (band.measures().stream().anyMatch(measure -> isShown(measure, rows))) {
                grids.put(band, grid(band.title(), rows, band.measures()));
            }
        }
        return grids.isEmpty() ? Map.of(Band.EXPERIMENT, grid(Band.EXPERIMENT.title(), rows, List.of())) : grids;
    }

    private Grid grid(String title, List<Row> rows, Collection<Measure> candidates) {
        var measures =
                candidates.stream().filter(measure -> isShown(measure, rows)).toList();
        var headings = new ArrayList<Heading>();
        headings.add(Heading.words("subject"));
        measures.forEach(measure -> headings.add(Heading.number(measure.title(), unit(measure))));
        if (measures.isEmpty()) {
            headings.add(Heading.words(""));
        }
        return new Grid(
                title,
                headings,
                rows.stream()
                        .filter(row -> !row.valid() || measures.stream().anyMatch(row.summary()::containsKey))
                        .map(row -> line(row, measures))
                        .toList());
    }

    /** Unless the title says it. */
    private static String unit(Measure measure) {
        String symbol = measure.unit().symbol();
        return measure.unit() == Unit.PER_SECOND || measure.title().startsWith(symbol) ? "" : symbol;
    }

    private static boolean isShown(Measure measure, List<Row> rows) {
        return rows.stream().anyMatch(row -> row.summary().containsKey(measure));
    }

    private Line line(Row row, List<Measure> measures) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(row.subject().title()));
        if (row.valid()) {
            measures.forEach(measure -> cells.add(cell(row, measure)));
        } else {
            cells.add(new Cell(INVALID));
        }
        return new Line(row.valid(), cells);
    }

    private Cell cell(Row row, Measure measure) {
        var summary = row.summary().get(measure);
        if (summary == null) {
            return Cell.EMPTY;
        }
        return new Cell(Numbers.of(summary.median()), interval.test(measure) ? Numbers.interval(summary) : "");
    }

    private static Line ledgerLine(Row row) {
        var sums = row.ledger();
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(row.experiment()));
        cells.add(new Cell(row.subject().title()));
        Stream.of(sums.expected(), sums.received(), sums.lost(), sums.duplicated(), sums.reordered(), sums.explained())
                .map(count -> new Cell(Numbers.of(count)))
                .forEach(cells::add);
        cells.add(new Cell(row.valid() ? "yes" : INVALID));
        return new Line(row.valid(), cells);
    }
}
