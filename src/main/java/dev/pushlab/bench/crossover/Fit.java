package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one resource's cost for one strategy depends on the load, and how well that is known.
 *
 * @param coefficients of the terms, in the resource's unit; none is negative
 * @param runs what was measured and what the coefficients say to it, the runs that were held out last
 */
@JsonPropertyOrder({"goodEnough", "doubt", "coefficients", "errors", "heldOutErrors", "runs"})
public record Fit(Map<Term, Double> coefficients, List<Residual> runs) {

    /** A fit that is further off than this in a run it has not seen decides nothing. */
    static final double WORST = 0.3;

    private static final int HELD_OUT = 2;

    public Fit {
        coefficients = Collections.unmodifiableMap(new TreeMap<>(coefficients));
        runs = List.copyOf(runs);
    }

    /** Fits the runs that are not held out. */
    static Fit of(List<Term> terms, Resource resource, List<Observation> all) {
        var measured = all.stream()
                .filter(observation -> observation.costs().containsKey(resource))
                .toList();
        var seen = measured.stream()
                .filter(observation -> !observation.point().heldOut())
                .toList();
        double smallest = measured.stream()
                .mapToDouble(observation -> observation.costs().get(resource))
                .filter(cost -> cost > 0)
                .min()
                .orElse(1);
        var coefficients = coefficients(terms, resource, seen, smallest);
        var runs = measured.stream()
                .map(observation -> {
                    double cost = observation.costs().get(resource);
                    double predicted = predict(coefficients, observation.point());
                    double error = Math.abs(predicted - cost) / (cost > 0 ? cost : smallest);
                    return new Residual(observation.point(), cost, predicted, error);
                })
                .sorted((one, other) ->
                        Boolean.compare(one.point().heldOut(), other.point().heldOut()))
                .toList();
        return new Fit(coefficients, runs);
    }

    private static Map<Term, Double> coefficients(
            List<Term> terms, Resource resource, List<Observation> seen, double smallest) {
        var coefficients = new EnumMap<Term, Double>(Term.class);
        if (!seen.isEmpty()) {
            double[][] amounts = new double[seen.size()][];
            double[] wanted = new double[seen.size()];
            double[] scale = new double[seen.size()];
            for (int i = 0; i < amounts.length; i++) {
                var point = seen.get(i).point();
                amounts[i] =
                        terms.stream().mapToDouble(term -> term.amount(point)).toArray();
                wanted[i] = seen.get(i).costs().get(resource);
                scale[i] = wanted[i] > 0 ? wanted[i] : smallest;
            }
            double[] best = LeastSquares.fit(amounts, wanted, scale);
            for (int i = 0; i < best.length; i++) {
                coefficients.put(terms.get(i), best[i]);
            }
        }
        return coefficients;
    }

    private static double predict(Map<Term, Double> coefficients, Point point) {
        double cost = 0;
        for (var entry : coefficients.entrySet()) {
            cost += entry.getValue() * entry.getKey().amount(point);
        }
        return cost;
    }

    /** The cost under a load, in the resource's unit. */
    double at(Point point) {
        return predict(coefficients, point);
    }

    /** How far it is off in the runs that it was made from. */
    @JsonProperty
    Errors errors() {
        return errors(false);
    }

    /** How far it is off in the runs that it has not seen. */
    @JsonProperty
    Errors heldOutErrors() {
        return errors(true);
    }

    /** Whether decisions may be made by it. */
    @JsonProperty
    public boolean goodEnough() {
        return doubt() == null;
    }

    /** Why decisions may not be made by it, {@code null} if they may. */
    @JsonProperty
    String doubt() {
        int seen = errors().runs();
        if (seen <= coefficients.size() || heldOutErrors().runs() < HELD_OUT) {
            return "too few runs: " + seen + " to fit and " + heldOutErrors().runs() + " to check";
        }
        return heldOutErrors().worst() > WORST
                ? Words.percent(heldOutErrors().worst()) + " off in a run that it had not seen"
                : null;
    }

    private Errors errors(boolean heldOut) {
        var errors = runs.stream()
                .filter(run -> run.point().heldOut() == heldOut)
                .mapToDouble(Residual::error)
                .summaryStatistics();
        return new Errors((int) errors.getCount(), errors.getAverage(), errors.getCount() == 0 ? 0 : errors.getMax());
    }

    /**
     * A measured run and what the fit says to it.
     *
     * @param error relative to what was measured, as a share
     */
    public record Residual(Point point, double measured, double predicted, double error) {}

    /** Relative errors over some runs, as shares. */
    public record Errors(int runs, double mean, double worst) {}
}
