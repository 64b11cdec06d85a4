package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        var duel = new Duel(model, clients, size, staleness);
        var flips = new ArrayList<Flip>();
        for (double low = from; low < to; low *= STEP) {
            double high = Math.min(low * STEP, to);
            if (duel.pollingWins(low) != duel.pollingWins(high)) {
                flips.add(new Flip(between(low, high, duel), duel.winner(high)));
            }
        }
        return new PollingLine(clients, staleness, duel.winner(from), flips);
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

    private static double between(double low, double high, Duel duel) {
        boolean atLow = duel.pollingWins(low);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            if (duel.pollingWins(middle) == atLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Polling against the best of the others. */
    private record Duel(CostModel model, int clients, int size, double staleness, List<String> strategies) {

        Duel(CostModel model, int clients, int size, double staleness) {
            this(model, clients, size, staleness, model.decidable());
        }

        boolean pollingWins(double rate) {
            return Term.polls(winner(rate));
        }

        String winner(double rate) {
            return strategies.stream()
                    .min(Comparator.comparingDouble(strategy ->
                            model.cost(strategy, clients, rate, size, staleness).cpuCores()))
                    .orElseThrow();
        }
    }
}
