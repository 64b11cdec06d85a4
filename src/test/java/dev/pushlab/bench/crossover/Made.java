package dev.pushlab.bench.crossover;

import dev.pushlab.bench.result.Machine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Makes observations of servers whose costs are known. */
final class Made {

    static final Machine MACHINE = new Machine("Linux", "a processor", 2, 8L << 30, "17", "0.1.0");

    /** Microseconds. */
    static final Map<Term, Double> SSE =
            Map.of(Term.SERVER, 2_000.0, Term.CLIENT, 1.0, Term.EVENT, 100.0, Term.DELIVERY, 6.0);

    /** Like {@link #SSE}, but every delivery takes a request. */
    static final Map<Term, Double> LONG_POLLING =
            Map.of(Term.SERVER, 2_000.0, Term.CLIENT, 4.0, Term.EVENT, 100.0, Term.DELIVERY, 45.0);

    static final Map<Term, Double> POLLING =
            Map.of(Term.SERVER, 2_000.0, Term.POLL, 30.0, Term.ANSWER, 10.0, Term.DELIVERY, 2.0);

    private static final Map<Term, Double> STREAM_BYTES =
            Map.of(Term.CLIENT, 3.0, Term.DELIVERY, 90.0, Term.PAYLOAD, 1.0);
    private static final Map<Term, Double> POLL_BYTES =
            Map.of(Term.POLL, 350.0, Term.ANSWER, 120.0, Term.DELIVERY, 80.0, Term.PAYLOAD, 1.0);

    private Made() {}

    static CostModel model() {
        return model(Map.of());
    }

    /** The usual three strategies, some of them with another CPU cost. */
    static CostModel model(Map<String, ToDoubleFunction<Point>> others) {
        var cpu = new LinkedHashMap<String, ToDoubleFunction<Point>>();
        cpu.put("polling", cost(POLLING));
        cpu.put("long-polling", cost(LONG_POLLING));
        cpu.put("sse", cost(SSE));
        cpu.putAll(others);
        var observations = new ArrayList<Observation>();
        cpu.forEach((strategy, cost) -> observations.addAll(observations(strategy, cost)));
        return CostModel.fit(MACHINE, List.of(), observations);
    }

    /** The whole design of a strategy, measured without error. */
    static List<Observation> observations(String strategy, ToDoubleFunction<Point> cpu) {
        boolean polls = Term.polls(strategy);
        var bytes = cost(polls ? POLL_BYTES : STREAM_BYTES);
        return Design.points(List.of(strategy)).stream()
                .map(point -> {
                    var costs = new EnumMap<Resource, Double>(Resource.class);
                    costs.put(Resource.CPU, cpu.applyAsDouble(point));
                    costs.put(Resource.BYTES, bytes.applyAsDouble(point));
                    if (point.rate() > 0) {
                        costs.put(Resource.REQUESTS, requests(point));
                    }
                    return new Observation(point.hold(false), costs);
                })
                .toList();
    }

    static ToDoubleFunction<Point> cost(Map<Term, Double> coefficients) {
        return point -> coefficients.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * entry.getKey().amount(point))
                .sum();
    }

    /** The same cost, off by up to a share either way. */
    static ToDoubleFunction<Point> noisy(ToDoubleFunction<Point> cost, double share, long seed) {
        var random = new Random(seed);
        return point -> cost.applyAsDouble(point) * (1 + share * (2 * random.nextDouble() - 1));
    }

    /** A cost that is no sum of terms. */
    static double thrashing(Point point) {
        return Math.pow(cost(SSE).applyAsDouble(point), 2) / 1e4;
    }

    private static double requests(Point point) {
        return switch (point.strategy()) {
            case "polling" -> Term.POLL.amount(point);
            case "long-polling" -> point.deliveries();
            default -> 0;
        };
    }
}
