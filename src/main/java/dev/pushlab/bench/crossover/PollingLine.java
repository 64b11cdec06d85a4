package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Where polling becomes cheaper than the best of the others, or dearer, as the rate grows.
 *
 * @param staleness seconds that an event may be late, and the poll interval
 * @param first who is cheapest at the lowest rate
 * @param flips in the order of their rates
 */
@JsonPropertyOrder({"clients", "staleness", "first", "flips", "words"})
public record PollingLine(int clients, double staleness, String first, List<Flip> flips) {

    /** Neighbouring rates that are tried differ by 7 %, so that no two flips hide between them. */
    private static final double STEP = 1.07;

    private static final int HALVINGS = 50;

    /** At this rate both cost the same; beyond it the other one is cheapest. */
    public record Flip(double rate, String cheapest) {}

    static PollingLine of(CostModel model, int clients, int size, double staleness, double from, double to) {
        String polling =
                model.decidable().stream().filter(Term::polls).findFirst().orElseThrow();
        DoublePredicate polls = rate -> cores(model, polling, clients, rate, size, staleness)
                < cores(model, best(model, clients, rate, size, staleness), clients, rate, size, staleness);
        var flips = new ArrayList<Flip>();
        for (double low = from; low < to; low *= STEP) {
            double high = Math.min(low * STEP, to);
            if (polls.test(low) != polls.test(high)) {
                double rate = between(low, high, polls);
                flips.add(new Flip(rate, polls.test(high) ? polling : best(model, clients, rate, size, staleness)));
            }
        }
        String first = polls.test(from) ? polling : best(model, clients, from, size, staleness);
        return new PollingLine(clients, staleness, first, flips);
    }

    /** Whether a model can say anything about it. */
    static boolean isThere(CostModel model) {
        var known = model.decidable();
        return known.stream().anyMatch(Term::polls) && !known.stream().allMatch(Term::polls);
    }

    @JsonProperty
    String words() {
        var text = new StringBuilder(first);
        flips.forEach(flip -> text.append(", from ")
                .append(Words.rate(flip.rate()))
                .append(' ')
                .append(flip.cheapest()));
        return text.toString();
    }

    private static double between(double low, double high, DoublePredicate polls) {
        boolean atLow = polls.test(low);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            if (polls.test(middle) == atLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static String best(CostModel model, int clients, double rate, int size, double staleness) {
        return model.decidable().stream()
                .filter(strategy -> !Term.polls(strategy))
                .min(Comparator.comparingDouble(strategy -> cores(model, strategy, clients, rate, size, staleness)))
                .orElseThrow();
    }

    private static double cores(
            CostModel model, String strategy, int clients, double rate, int size, double staleness) {
        return model.cost(strategy, clients, rate, size, staleness).cpuCores();
    }
}
