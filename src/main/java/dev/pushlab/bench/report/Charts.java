package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Summary;
import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Marks;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The load in pictures; a row that can't be believed is named in them, and nothing of it drawn. */
final class Charts {

    /** Few repeats make wide intervals: as a multiple of the longest bar, what the scale grows to for them. */
    private static final double WIDEST = 1.5;

    private final List<Row> rows;

    Charts(Report report) {
        rows = report.rows(Row.LOAD);
    }

    static String cpuFile(Report report) {
        return new Charts(report).cpu().file(report);
    }

    static String latencyFile(Report report) {
        return new Charts(report).latency().file(report);
    }

    /** The picture that goes with a band's table, if there is one and anything to show in it. */
    Optional<Chart> of(Band band) {
        return switch (band) {
            case LATENCY -> Optional.of(latency());
            case SERVER -> Optional.of(cpu());
            case WIRE -> Optional.of(bytes());
            case CONNECTION -> measured(Measure.MEMORY).findAny().map(any -> memory());
            case EXPERIMENT -> Optional.empty();
        };
    }

    private Chart cpu() {
        var floor = rows.stream()
                .filter(row -> row.subject().implementation() == Implementation.BARE)
                .filter(row -> row.summary().containsKey(Measure.SERVER_CPU))
                .findFirst();
        var chart = bars(
                "cpu",
                "Server CPU per delivered event",
                Measure.SERVER_CPU,
                rows.stream().filter(row -> floor.isEmpty() || isNoFloor(row)).toList());
        floor.map(row -> row.summary().get(Measure.SERVER_CPU)).ifPresent(summary -> {
            chart.rule(summary.median());
            chart.key(
                    Marks.line(12, 3, 12, 17, "rule"),
                    Marks.text(
                            20,
                            14,
                            "start",
                            "figure",
                            "floor, a bare TCP socket: " + figure(Measure.SERVER_CPU, summary)));
        });
        return chart;
    }

    private static boolean isNoFloor(Row row) {
        return !row.valid() || row.subject().implementation() != Implementation.BARE;
    }

    private Chart memory() {
        return bars("memory", "Server memory per connection", Measure.MEMORY, rows);
    }

    private Chart bars(String id, String title, Measure measure, List<Row> shown) {
        double max = measured(measure).mapToDouble(Summary::median).max().orElse(1);
        double end = measured(measure)
                .mapToDouble(summary -> summary.high() == null ? summary.median() : summary.high())
                .map(high -> Math.min(high, WIDEST * max))
                .max()
                .orElse(1);
        var chart = new Chart(
                id,
                title,
                new Scale.Linear(end),
                value -> Numbers.of(value) + " " + measure.unit().symbol());
        for (var row : shown) {
            var summary = row.summary().get(measure);
            if (!row.valid()) {
                chart.invalid(row.subject());
            } else if (summary != null) {
                chart.lane(row.subject(), figure(measure, summary), bar(chart, summary));
            }
        }
        return chart;
    }

    private static List<Element> bar(Chart chart, Summary summary) {
        var marks = new ArrayList<Element>();
        marks.add(Marks.bar(chart.x(0), chart.x(summary.median()), 0, 11, "bar"));
        if (summary.low() != null) {
            double low = chart.x(summary.low());
            double high = chart.x(summary.high());
            marks.add(Marks.line(low, 0, high, 0, "interval"));
            marks.add(Marks.line(low, -4, low, 4, "interval"));
            marks.add(Marks.line(high, -4, high, 4, "interval"));
        }
        return marks;
    }

    private Chart latency() {
        return new LatencyChart(rows).draw();
    }

    private Chart bytes() {
        return new BytesChart(rows).draw();
    }

    private Stream<Summary> measured(Measure measure) {
        return rows.stream()
                .filter(row -> row.summary().containsKey(measure))
                .map(row -> row.summary().get(measure));
    }

    private static String figure(Measure measure, Summary summary) {
        return Numbers.withInterval(summary) + " " + measure.unit().symbol();
    }
}
