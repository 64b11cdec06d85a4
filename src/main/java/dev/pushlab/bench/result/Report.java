package dev.pushlab.bench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * What a bench has measured, and whether it can be believed.
 *
 * @param version grows when a field changes its meaning
 * @param indicative measured in a hurry: good for a first look, not for a decision
 * @param command what remakes it
 * @param date when it began
 * @param seconds how long it took
 * @param method how it was measured, a sentence each
 */
@JsonPropertyOrder({
    "version",
    "valid",
    "indicative",
    "command",
    "date",
    "seconds",
    "machine",
    "settings",
    "method",
    "rows",
    "sayings"
})
public record Report(
        int version,
        boolean indicative,
        String command,
        Instant date,
        long seconds,
        Machine machine,
        Settings settings,
        List<String> method,
        List<Row> rows,
        List<Saying> sayings) {

    /** Of the form that is written now. */
    public static final int VERSION = 1;

    public Report {
        method = List.copyOf(method);
        rows = List.copyOf(rows);
        sayings = List.copyOf(sayings);
    }

    /** Whether every row is, and there is one. */
    @JsonProperty
    public boolean valid() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::valid);
    }

    /** The rows of one experiment, in their order. */
    public List<Row> rows(String experiment) {
        return rows.stream().filter(row -> row.experiment().equals(experiment)).toList();
    }

    /** The experiments that there are rows of, in their order. */
    public List<String> experiments() {
        return rows.stream().map(Row::experiment).distinct().toList();
    }
}
