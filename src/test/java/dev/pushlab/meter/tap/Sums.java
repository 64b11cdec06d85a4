package dev.pushlab.meter.tap;

import dev.pushlab.strategy.Strategies;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was counted for each strategy, and for what is none, since a moment. */
final class Sums {

    private final Strategies strategies;
    private final Taps taps;
    private final Map<String, Traffic.Sum> before;

    Sums(Strategies strategies, Taps taps) {
        this.strategies = strategies;
        this.taps = taps;
        this.before = now();
    }

    private Map<String, Traffic.Sum> now() {
        var sums = new LinkedHashMap<String, Traffic.Sum>();
        strategies.forEach(
                strategy -> sums.put(strategy.id(), taps.traffic(strategy).sum()));
        sums.put("other", taps.other().sum());
        return sums;
    }

    Traffic.Sum of(String id) {
        Traffic.Sum now = now().get(id);
        Traffic.Sum then = before.get(id);
        return new Traffic.Sum(now.in() - then.in(), now.out() - then.out(), now.requests() - then.requests());
    }

    RawClient.Count count(String id) {
        Traffic.Sum sum = of(id);
        return new RawClient.Count(sum.in(), sum.out());
    }

    RawClient.Count all() {
        return before.keySet().stream().map(this::count).reduce(new RawClient.Count(0, 0), RawClient.Count::plus);
    }
}
