package dev.pushlab.bench.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.Statistics;
import dev.pushlab.bench.result.Subject;
import java.util.List;
import java.util.TreeMap;

/**
 * One measure of one subject in both reports.
 *
 * @param pairs repeats that count in both reports
 * @param a median over the pairs
 * @param b median over the pairs
 * @param effect {@code null} if there are too few pairs
 */
@JsonPropertyOrder({"experiment", "subject", "measure", "unit", "pairs", "a", "b", "effect", "verdict", "words"})
record Finding(String experiment, Subject subject, Measure measure, int pairs, double a, double b, Effect effect) {

    /** The measure in the repeats that count in both rows, or nothing if it is in none. */
    static List<Finding> of(Row a, Row b, Measure measure, long seed) {
        var earlier = byRepeat(a, measure);
        var later = byRepeat(b, measure);
        earlier.keySet().retainAll(later.keySet());
        later.keySet().retainAll(earlier.keySet());
        if (earlier.isEmpty()) {
            return List.of();
        }
        double[] before = values(earlier);
        double[] after = values(later);
        var effect = before.length < MeanInterval.FEWEST ? null : Effect.of(before, after, seed);
        return List.of(new Finding(
                a.experiment(),
                a.subject(),
                measure,
                before.length,
                Statistics.median(before),
                Statistics.median(after),
                effect));
    }

    @JsonProperty
    Verdict verdict() {
        return Verdict.of(effect, measure);
    }

    @JsonProperty
    String words() {
        return Words.of(this);
    }

    @JsonProperty
    String unit() {
        return measure.unit().symbol();
    }

    private static TreeMap<Integer, Double> byRepeat(Row row, Measure measure) {
        var values = new TreeMap<Integer, Double>();
        for (Run run : row.believable()) {
            Double value = run.measures().get(measure);
            if (value != null) {
                values.put(run.repeat(), value);
            }
        }
        return values;
    }

    private static double[] values(TreeMap<Integer, Double> byRepeat) {
        return byRepeat.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
