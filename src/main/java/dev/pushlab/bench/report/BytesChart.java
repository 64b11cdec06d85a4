package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Marks;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What goes over the wire for a delivered event: its data, what else comes down, and what goes up. */
final class BytesChart {

    private final List<Row> rows;

    BytesChart(List<Row> rows) {
        this.rows = rows;
    }

    Chart draw() {
        double max = rows.stream().mapToDouble(row -> down(row) + up(row)).max().orElse(1);
        var chart = new Chart(
                "bytes", "Bytes per delivered event", new Scale.Linear(max), value -> Numbers.of(value) + " B");
        chart.key(key());
        for (var row : rows) {
            if (!row.valid()) {
                chart.invalid(row.subject());
            } else if (down(row) + up(row) > 0) {
                chart.lane(row.subject(), figure(row), bars(row, chart));
            }
        }
        return chart;
    }

    private static List<Element> bars(Row row, Chart chart) {
        double data = Math.min(down(row), data(row));
        var bars = new ArrayList<Element>();
        bars.add(Marks.bar(chart.x(0), chart.x(data), 0, 11, "bar"));
        bars.add(Marks.bar(chart.x(data), chart.x(down(row)), 0, 11, "bar rest"));
        if (up(row) > 0) {
            bars.add(Marks.bar(chart.x(down(row)), chart.x(down(row) + up(row)), 0, 11, "up"));
        }
        return bars;
    }

    private static Element key() {
        return Marks.group(
                "series-8",
                Marks.bar(12, 24, 10, 11, "bar"),
                Marks.text(29, 14, "start", "figure", "the event's data"),
                Marks.bar(140, 152, 10, 11, "bar rest"),
                Marks.text(157, 14, "start", "figure", "the rest down"),
                Marks.bar(256, 268, 10, 11, "up"),
                Marks.text(273, 14, "start", "figure", "up"));
    }

    private static String figure(Row row) {
        String bytes = Numbers.of(down(row) + up(row)) + " B";
        var share = row.summary().get(Measure.PAYLOAD_SHARE);
        return share == null ? bytes : bytes + ", " + Numbers.of(share.median()) + " % data";
    }

    private static double data(Row row) {
        return (down(row) + up(row)) * median(row, Measure.PAYLOAD_SHARE) / 100;
    }

    private static double down(Row row) {
        return median(row, Measure.BYTES_DOWN);
    }

    private static double up(Row row) {
        return median(row, Measure.BYTES_UP);
    }

    private static double median(Row row, Measure measure) {
        var summary = row.summary().get(measure);
        return summary == null ? 0 : summary.median();
    }
}
