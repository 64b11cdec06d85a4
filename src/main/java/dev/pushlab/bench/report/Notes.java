package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What must be said before any number. */
final class Notes {

    static final String INTERVALS = "Medians of the repeats; in brackets the 95 % interval of the mean.";

    /** Why a row shows no numbers, or stands on fewer repeats. */
    record Doubt(String row, List<String> reasons) {}

    private Notes() {}

    /** What holds against the whole report, the worst first; empty if nothing does. */
    static List<String> warnings(Report report) {
        var warnings = new ArrayList<String>();
        if (report.rows().isEmpty()) {
            warnings.add("NOT VALID: nothing was measured");
        } else if (!report.valid()) {
            warnings.add(invalid(report.rows()));
        }
        if (report.indicative()) {
            warnings.add("INDICATIVE: measured in a hurry, good for a first look, not for a decision");
        }
        return warnings;
    }

    private static String invalid(List<Row> rows) {
        var invalid = rows.stream().filter(row -> !row.valid()).toList();
        return "NOT VALID: %d of %d rows can't be believed and show no numbers: %s"
                .formatted(
                        invalid.size(),
                        rows.size(),
                        invalid.stream().map(Notes::name).collect(Collectors.joining("; ")));
    }

    /** What holds against single rows. */
    static List<Doubt> doubts(Report report) {
        return report.rows().stream()
                .filter(row -> !row.valid() || !row.doubts().isEmpty())
                .map(row -> new Doubt(name(row) + ": " + consequence(row), row.doubts()))
                .toList();
    }

    private static String consequence(Row row) {
        if (row.runs().isEmpty()) {
            return Grids.INVALID + ", there are no runs";
        }
        if (!row.valid()) {
            return Grids.INVALID;
        }
        if (!row.ledger().clean()) {
            return "does not deliver everything once and in order, which is a result about it";
        }
        return "%d of %d repeats count"
                .formatted(row.believable().size(), row.runs().size());
    }

    private static String name(Row row) {
        return row.experiment() + ", " + row.subject().title();
    }
}
