package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Marks;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.List;

/** How late events arrive: from the median, where most are, thinner and thinner to the latest. */
final class LatencyChart {

    private static final List<Measure> MARKS =
            List.of(Measure.P50, Measure.P90, Measure.P99, Measure.P999, Measure.MAX);

    /** Of the stroke up to the mark of the same place. */
    private static final double[] THICKNESS = {0, 11, 7, 4, 1.5};

    /** In milliseconds; below, a logarithmic scale would show only noise. */
    private static final double SHORTEST = 0.01;

    private final List<Row> rows;

    LatencyChart(List<Row> rows) {
        this.rows = rows;
    }

    Chart draw() {
        double[] all = rows.stream()
                .flatMap(row -> marks(row).stream().map(row.summary()::get))
                .mapToDouble(summary -> Math.max(SHORTEST, summary.median()))
                .sorted()
                .toArray();
        var scale = all.length == 0 ? new Scale.Logarithmic(0, 1) : Scale.Logarithmic.over(all[0], all[all.length - 1]);
        var chart = new Chart("latency", "Latency from the due time", scale, LatencyChart::time);
        chart.key(key());
        for (var row : rows) {
            if (!row.valid()) {
                chart.invalid(row.subject());
            } else if (!marks(row).isEmpty()) {
                chart.lane(row.subject(), figure(row), strokes(row, chart));
            }
        }
        return chart;
    }

    private static List<Measure> marks(Row row) {
        return MARKS.stream().filter(row.summary()::containsKey).toList();
    }

    private static List<Element> strokes(Row row, Chart chart) {
        var marks = marks(row);
        double[] places = marks.stream()
                .mapToDouble(mark -> chart.x(row.summary().get(mark).median()))
                .toArray();
        var strokes = new ArrayList<Element>();
        for (int i = 1; i < places.length; i++) {
            strokes.add(Marks.bar(places[i - 1], places[i], 0, THICKNESS[MARKS.indexOf(marks.get(i))], "bar"));
        }
        strokes.add(Marks.dot(places[0], 0, 5.5, "median"));
        return strokes;
    }

    private static Element key() {
        var key = Marks.group("series-8");
        double x = 18;
        for (int i = 0; i < MARKS.size(); i++) {
            double next = x + 60;
            if (i > 0) {
                key.add(Marks.bar(x - 60, x, 5, THICKNESS[i], "bar"));
            }
            key.add(Marks.text(x, 24, "middle", "tick", MARKS.get(i).title()));
            x = next;
        }
        return key.add(Marks.dot(18, 5, 5.5, "median"));
    }

    private static String figure(Row row) {
        var shown = List.of(Measure.P50, Measure.P99).stream()
                .filter(row.summary()::containsKey)
                .map(mark ->
                        mark.title() + " " + Numbers.of(row.summary().get(mark).median()))
                .toList();
        return String.join(" · ", shown) + " ms";
    }

    private static String time(double millis) {
        if (millis >= 1_000) {
            return Numbers.of(millis / 1_000) + " s";
        }
        return millis < 1 ? Numbers.of(millis * 1_000) + " µs" : Numbers.of(millis) + " ms";
    }
}
