package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pushlab.bench.advice.Cost;
import dev.pushlab.bench.advice.Costs;
import dev.pushlab.bench.advice.Judgement;
import dev.pushlab.bench.advice.Question;
import dev.pushlab.bench.advice.Recommender;
import java.util.List;

/**
 * Who is cheapest by server CPU in one situation.
 *
 * @param staleness seconds that an event may be late
 * @param rate events a second
 * @param offers every strategy that is admissible, the cheapest first
 * @param tied the strategies that can't be told from the cheapest, itself among them
 * @param fits whether the cheapest needs no more cores than the machine has
 * @param extrapolated whether clients or deliveries are beyond what was measured
 */
@JsonPropertyOrder({"clients", "rate", "staleness", "cheapest", "dearer", "tied", "fits", "extrapolated", "offers"})
public record Cell(
        int clients,
        double rate,
        double staleness,
        List<Offer> offers,
        List<String> tied,
        boolean fits,
        boolean extrapolated) {

    /** One strategy at its expected cost. */
    public record Offer(String strategy, Cost cost) {}

    /** The ranking of strategies, one of which must be admissible. */
    static Cell of(Recommender recommender, Costs costs, int clients, double rate, int size, double staleness) {
        var ranking = recommender.rank(Question.of(rate, size, clients, staleness * 1_000));
        var offers = ranking.ranked().stream()
                .map(Judgement::strategy)
                .map(strategy -> new Offer(strategy, costs.cost(strategy, clients, rate, size, staleness)))
                .toList();
        return new Cell(
                clients,
                rate,
                staleness,
                offers,
                ranking.alike(),
                ranking.ranked().get(0).fits(),
                ranking.extrapolated());
    }

    @JsonProperty
    public String cheapest() {
        return offers.get(0).strategy();
    }

    /** How many times the cheapest's CPU the second takes, {@code null} if there is no second. */
    @JsonProperty
    public Double dearer() {
        return offers.size() < 2 ? null : offers.get(1).cost().cpuCores() / cost().cpuCores();
    }

    Cost cost() {
        return offers.get(0).cost();
    }

    boolean decided() {
        return tied.size() == 1;
    }
}
