package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pushlab.bench.advice.Candidate;
import dev.pushlab.bench.advice.Costs;
import dev.pushlab.bench.advice.Recommender;
import dev.pushlab.bench.result.Machine;
import dev.pushlab.bench.result.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each strategy costs a server on one machine under any load. As JSON:
 *
 * <pre>{@code
 * {
 *   "version": 1,                      // grows when a field changes its meaning
 *   "machine": {"cores": 2, ...},      // where it was measured: the costs are this machine's
 *   "omitted": [],                     // rows that were not valid, a sentence each
 *   "strategies": [{
 *     "strategy": "sse",
 *     "fits": {
 *       "cpuMicrosPerSecond": {        // also bytesPerSecond and requestsPerSecond
 *         "goodEnough": true,          // if not, "doubt" says why, and nothing may be decided by it
 *         "coefficients": {"1": 812.0, "clients": 0.9, "rate": 95.0, "clients*rate": 6.1},
 *         "errors": {"runs": 6, "mean": 0.03, "worst": 0.07},        // shares of what was measured
 *         "heldOutErrors": {"runs": 2, "mean": 0.05, "worst": 0.08}, // in runs that the fit has not seen
 *         "runs": [{"point": {...}, "measured": 21034.0, "predicted": 20511.0, "error": 0.025}]
 *       }
 *     }
 *   }]
 * }
 * }</pre>
 *
 * A cost is the sum of the coefficients, each times its term's amount. In the terms' names, {@code rate} is events a
 * second, {@code size} bytes of an event's data, {@code polls} a client's polls a second: one in a poll interval, or one
 * in 100 events if that is more.
 */
@JsonPropertyOrder({"version", "machine", "omitted", "strategies"})
public record CostModel(int version, Machine machine, List<String> omitted, List<StrategyModel> strategies) {

    /** Of the form that is written now. */
    public static final int VERSION = 1;

    public CostModel {
        omitted = List.copyOf(omitted);
        strategies = List.copyOf(strategies);
    }

    /**
     * Fits the runs of some reports.
     *
     * @throws IllegalArgumentException with one line if they are not all of one machine, or there are none
     */
    public static CostModel fit(List<Report> reports) {
        var machines = reports.stream().map(Report::machine).distinct().toList();
        if (machines.size() != 1) {
            throw new IllegalArgumentException(
                    machines.isEmpty()
                            ? "there is no report to fit a cost model to"
                            : "the reports are of " + machines.size() + " different machines or servers: costs of one"
                                    + " say nothing about another");
        }
        return fit(
                machines.get(0),
                reports.stream()
                        .flatMap(report -> Observations.omitted(report).stream())
                        .toList(),
                reports.stream()
                        .flatMap(report -> Observations.of(report).stream())
                        .toList());
    }

    static CostModel fit(Machine machine, List<String> omitted, List<Observation> observations) {
        var byStrategy = new LinkedHashMap<String, List<Observation>>();
        for (var observation : observations) {
            byStrategy
                    .computeIfAbsent(observation.point().strategy(), strategy -> new ArrayList<>())
                    .add(observation);
        }
        var models = byStrategy.entrySet().stream()
                .map(entry -> StrategyModel.of(entry.getKey(), HoldOut.mark(entry.getValue())))
                .toList();
        return new CostModel(VERSION, machine, omitted, models);
    }

    /** The strategies whose CPU is known well enough to choose by. */
    public List<String> decidable() {
        return strategies.stream()
                .filter(model -> model.fit(Resource.CPU).goodEnough())
                .map(StrategyModel::strategy)
                .toList();
    }

    /** What the strategies cost on this machine, to be asked often. */
    public Costs costs() {
        return new FittedCosts(this);
    }

    /** Chooses among all strategies of the model, whose clients only listen. */
    Recommender recommender() {
        return new Recommender(
                costs(),
                strategies.stream()
                        .map(model -> new Candidate(model.strategy(), false))
                        .toList());
    }

    /** The largest number of deliveries a second that any run had. */
    double mostDeliveries() {
        return points().mapToDouble(Point::deliveries).max().orElse(0);
    }

    /** The largest number of clients that any run had. */
    int mostClients() {
        return points().mapToInt(Point::clients).max().orElse(0);
    }

    private Stream<Point> points() {
        return strategies.stream()
                .flatMap(model -> model.fit(Resource.CPU).runs().stream())
                .map(Fit.Residual::point);
    }
}
