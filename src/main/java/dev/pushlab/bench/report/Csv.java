package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reports as CSV (RFC 4180), one line a value: for every repeat ({@code statistic} is {@code value}), and over the
 * repeats ({@code median}, {@code low}, {@code high}: the 95 % interval). Values that can't be believed are left empty.
 */
final class Csv {

    private static final List<String> COLUMNS = List.of(
            "experiment",
            "strategy",
            "implementation",
            "rttMillis",
            "valid",
            "indicative",
            "expected",
            "received",
            "lost",
            "duplicated",
            "reordered",
            "explained",
            "statistic",
            "repeat",
            "measure",
            "unit",
            "value");

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private Csv(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        var csv = new Csv(report);
        csv.line(COLUMNS);
        for (var row : report.rows()) {
            csv.runs(row);
            csv.summary(row);
        }
        return csv.text.toString();
    }

    private void runs(Row row) {
        var believable = row.believable();
        for (var run : row.runs()) {
            boolean valid = row.valid() && believable.contains(run);
            run(row, run, valid);
        }
        if (row.runs().isEmpty()) {
            value(row, Ledger.Line.NONE, false, "value", null, null, null);
        }
    }

    private void run(Row row, Run run, boolean valid) {
        run.measures()
                .forEach((measure, value) ->
                        value(row, run.ledger(), valid, "value", run.repeat(), measure, valid ? value : null));
        if (run.measures().isEmpty()) {
            value(row, run.ledger(), valid, "value", run.repeat(), null, null);
        }
    }

    private void summary(Row row) {
        row.summary().forEach((measure, summary) -> {
            value(row, row.ledger(), true, "median", null, measure, summary.median());
            value(row, row.ledger(), true, "low", null, measure, summary.low());
            value(row, row.ledger(), true, "high", null, measure, summary.high());
        });
    }

    private void value(
            Row row,
            Ledger.Line ledger,
            boolean valid,
            String statistic,
            Integer repeat,
            Measure measure,
            Double value) {
        var fields = new ArrayList<Object>();
        fields.add(row.experiment());
        fields.add(row.subject().strategy());
        fields.add(row.subject().implementation().id());
        fields.add(row.subject().rttMillis());
        fields.add(valid);
        fields.add(report.indicative());
        fields.add(ledger.expected());
        fields.add(ledger.received());
        fields.add(ledger.lost());
        fields.add(ledger.duplicated());
        fields.add(ledger.reordered());
        fields.add(ledger.explained());
        fields.add(statistic);
        fields.add(repeat);
        fields.add(measure == null ? null : measure.id());
        fields.add(measure == null ? null : measure.unit().symbol());
        fields.add(value);
        line(fields);
    }

    private void line(List<?> fields) {
        text.append(fields.stream()
                        .map(field -> quoted(Objects.toString(field, "")))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
