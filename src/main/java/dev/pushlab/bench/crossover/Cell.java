package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
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

    /** Costs that differ by less than this many cores are not worth a choice. */
    static final double NEGLIGIBLE = 0.01;

    /** Beyond what was measured, costs must be so many times the models' errors apart. */
    private static final int MARGIN_BEYOND = 2;

    /** One strategy at its expected cost. */
    public record Offer(String strategy, Cost cost) {}

    /** The decidable strategies of a model, of which there must be one that is admissible. */
    static Cell of(CostModel model, int clients, double rate, int size, double staleness) {
        var offers = model.decidable().stream()
                .filter(strategy -> model.admissible(strategy, staleness))
                .map(strategy -> new Offer(strategy, model.cost(strategy, clients, rate, size, staleness)))
                .sorted(Comparator.comparingDouble(offer -> offer.cost().cpuCores()))
                .toList();
        var cheapest = offers.get(0);
        double cores = cheapest.cost().cpuCores();
        boolean beyond = clients > model.mostClients() || clients * rate > model.mostDeliveries();
        int margin = beyond ? MARGIN_BEYOND : 1;
        var tied = offers.stream()
                .filter(offer -> {
                    double dearer = offer.cost().cpuCores() - cores;
                    return dearer <= NEGLIGIBLE
                            || dearer <= cores * margin * model.doubt(cheapest.strategy(), offer.strategy());
                })
                .map(Offer::strategy)
                .toList();
        return new Cell(
                clients, rate, staleness, offers, tied, cores <= model.machine().cores(), beyond);
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
