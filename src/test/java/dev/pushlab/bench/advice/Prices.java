package dev.pushlab.bench.advice;

import java.util.HashMap;
import java.util.Map;

/** Costs that are known to the last digit: a stream takes 20 µs a delivery, a poll 100 µs, and an error is 10 %. */
final class Prices implements Costs {

    static final String POLLING = "polling";

    private final Map<String, Double> microsPerDelivery = new HashMap<>();

    static Prices usual() {
        return new Prices().stream("sse", 20).stream("websocket", 10).stream("long-polling", 60);
    }

    Prices stream(String strategy, double microsPerDelivery) {
        this.microsPerDelivery.put(strategy, microsPerDelivery);
        return this;
    }

    @Override
    public boolean knows(String strategy) {
        return polls(strategy) || microsPerDelivery.containsKey(strategy);
    }

    @Override
    public boolean polls(String strategy) {
        return strategy.equals(POLLING);
    }

    @Override
    public Cost cost(String strategy, int clients, double rate, int size, double pollInterval) {
        if (polls(strategy)) {
            double polls = clients / pollInterval;
            return new Cost(polls * 100 / 1e6, polls * 300 + clients * rate * size, polls);
        }
        double deliveries = clients * rate;
        return new Cost(
                deliveries * microsPerDelivery.get(strategy) / 1e6,
                deliveries * (100 + size),
                strategy.equals("long-polling") ? deliveries : 0);
    }

    @Override
    public Errors errors(String strategy) {
        return new Errors(0.1, 0.01, 0.0);
    }

    @Override
    public Scope scope() {
        return new Scope("a processor", 2, "0.1.0", 1_000, 50_000);
    }
}
