package dev.pushlab.bench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One subject under load once.
 *
 * @param repeat from 1
 * @param turn its place among all runs of the report, from 1
 * @param ledger all clients' sums over the whole run, warm-up and drain included
 * @param measures what could be measured: a value that isn't finite was not
 * @param checks all that were made, passed or not
 * @param notes what a reader of the numbers has to know, though they can be believed
 */
@JsonPropertyOrder({"repeat", "turn", "valid", "ledger", "measures", "checks", "notes"})
public record Run(
        int repeat,
        int turn,
        Ledger.Line ledger,
        Map<Measure, Double> measures,
        List<SelfCheck> checks,
        List<String> notes) {

    public Run {
        var finite = new EnumMap<Measure, Double>(Measure.class);
        measures.forEach((measure, value) -> {
            if (Double.isFinite(value)) {
                finite.put(measure, value);
            }
        });
        measures = Collections.unmodifiableMap(finite);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /** A run without notes. */
    public Run(int repeat, int turn, Ledger.Line ledger, Map<Measure, Double> measures, List<SelfCheck> checks) {
        this(repeat, turn, ledger, measures, checks, List.of());
    }

    /** Whether its ledger is clean and it has passed all its checks. */
    @JsonProperty
    public boolean valid() {
        return ledger.clean() && failed().isEmpty();
    }

    /** The checks that it has not passed. */
    public List<SelfCheck> failed() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /** The same run with one measure more. */
    public Run with(Measure measure, double value) {
        var more = new EnumMap<Measure, Double>(Measure.class);
        more.putAll(measures);
        more.put(measure, value);
        return new Run(repeat, turn, ledger, more, checks, notes);
    }
}
