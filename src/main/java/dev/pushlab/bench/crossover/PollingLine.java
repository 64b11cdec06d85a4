package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pushlab.bench.advice.Question;
import dev.pushlab.bench.advice.Recommender;
import dev.pushlab.bench.advice.Search;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Where polling becomes cheaper than the best of the others, or dearer, as the rate grows.
 *
 * @param staleness seconds that an event may be late, and the poll interval
 * @param first who is cheapest at the lowest rate
 * @param flips in the order of their rates
 */
@JsonPropertyOrder({"clients", "staleness", "first", "flips", "words"})
public record PollingLine(int clients, double staleness, String first, List<Flip> flips) {

    /** At this rate both cost the same; beyond it the other one is cheapest. */
    public record Flip(double rate, String cheapest) {}

    static PollingLine of(Recommender recommender, int clients, int size, double staleness, double from, double to) {
        DoubleFunction<String> cheapest = rate -> recommender
                .rank(Question.of(rate, size, clients, staleness * 1_000))
                .first()
                .orElseThrow()
                .strategy();
        var flips = Search.changes(rate -> Term.polls(cheapest.apply(rate)), from, to)
                .mapToObj(rate -> new Flip(rate, cheapest.apply(rate)))
                .toList();
        return new PollingLine(clients, staleness, cheapest.apply(from), flips);
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
}
