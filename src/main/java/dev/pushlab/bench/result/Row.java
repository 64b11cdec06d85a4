package dev.pushlab.bench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All runs of one subject in one experiment.
 *
 * @param experiment {@link #LOAD}, or what else was done to it
 */
@JsonPropertyOrder({"experiment", "subject", "valid", "doubts", "ledger", "summary", "runs"})
public record Row(String experiment, Subject subject, List<Run> runs) {

    /** The experiment in which nothing is done but to publish. */
    public static final String LOAD = "load";

    public Row {
        runs = List.copyOf(runs);
    }

    /**
     * Whether its numbers may be shown: every ledger is clean, and more than half of the runs have passed their checks.
     * A textbook implementation may lose events, and is shown to do so: that is a result about it.
     */
    @JsonProperty
    public boolean valid() {
        boolean kept = runs.stream().allMatch(run -> run.ledger().clean());
        return believable().size() * 2 > runs.size() && (kept || !owesDelivery());
    }

    /** Whether a loss is a defect; the textbook promises nothing. */
    public boolean owesDelivery() {
        return subject.implementation() != Implementation.TEXTBOOK;
    }

    /** Why numbers are withheld, stand on fewer repeats or have to be read with care, a sentence each. */
    @JsonProperty
    public List<String> doubts() {
        var doubts = new ArrayList<String>();
        for (var run : runs) {
            var line = run.ledger();
            if (!line.clean()) {
                doubts.add("repeat %d: %d lost, %d duplicated, %d reordered of %d"
                        .formatted(run.repeat(), line.lost(), line.duplicated(), line.reordered(), line.expected()));
            }
            run.failed()
                    .forEach(check -> doubts.add("repeat " + run.repeat() + ": " + check.name() + ": " + check.seen()));
            run.notes().forEach(note -> doubts.add("repeat " + run.repeat() + ": " + note));
        }
        return doubts;
    }

    /** The sums over all runs. */
    @JsonProperty
    public Ledger.Line ledger() {
        return runs.stream().map(Run::ledger).reduce(Ledger.Line.NONE, Ledger.Line::plus);
    }

    /** Each measure over the runs that can be believed; empty if the row is not valid. */
    @JsonProperty
    public Map<Measure, Summary> summary() {
        var summary = new EnumMap<Measure, Summary>(Measure.class);
        if (valid()) {
            for (var measure : Measure.values()) {
                double[] values = values(measure);
                if (values.length > 0) {
                    summary.put(measure, Statistics.summary(values));
                }
            }
        }
        return summary;
    }

    /** What the runs that can be believed have measured, in the order of the repeats. */
    public double[] values(Measure measure) {
        return believable().stream()
                .filter(run -> run.measures().containsKey(measure))
                .mapToDouble(run -> run.measures().get(measure))
                .toArray();
    }

    /** The runs that count. */
    public List<Run> believable() {
        return runs.stream()
                .filter(run -> run.failed().isEmpty() && (run.ledger().clean() || !owesDelivery()))
                .toList();
    }
}
