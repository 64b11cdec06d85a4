package dev.pushlab.meter;

import dev.pushlab.meter.tap.Taps;
import dev.pushlab.meter.tap.Traffic;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The tallies as metrics, tagged by strategy. */
@Component
class PushMetrics implements MeterBinder {

    /** Every reason for which the server ends a connection. */
    private static final List<String> REASONS = List.of("shutdown", "too-slow");

    private final Strategies strategies;
    private final Pumps pumps;
    private final Taps taps;

    PushMetrics(Strategies strategies, Pumps pumps, Taps taps) {
        this.strategies = strategies;
        this.pumps = pumps;
        this.taps = taps;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Strategy strategy : strategies) {
            bind(strategy, registry);
            bind(taps.traffic(strategy), strategy.id(), registry);
        }
        bind(taps.other(), "other", registry);
    }

    private static void bind(Traffic traffic, String strategy, MeterRegistry registry) {
        Tags tags = Tags.of("strategy", strategy);
        String bytes = "Bytes through the server's sockets, seen from the server";
        count("pushlab.bytes", bytes, traffic, known -> known.sum().in(), tags.and("direction", "in"), registry);
        count("pushlab.bytes", bytes, traffic, known -> known.sum().out(), tags.and("direction", "out"), registry);
        count(
                "pushlab.requests",
                "Requests and handshakes",
                traffic,
                known -> known.sum().requests(),
                tags,
                registry);
    }

    private void bind(Strategy strategy, MeterRegistry registry) {
        Tally tally = pumps.tally(strategy);
        Tags tags = Tags.of("strategy", strategy.id());
        Gauge.builder("pushlab.connections", tally, Tally::connections)
                .description("Connections and waiting requests")
                .tags(tags)
                .register(registry);
        Gauge.builder("pushlab.lag", pumps, known -> known.lag(strategy))
                .description("Events that the slowest connection is behind")
                .tags(tags)
                .register(registry);
        count("pushlab.deliveries", "Events delivered", tally, Tally::deliveries, tags, registry);
        count("pushlab.gaps", "Gaps told", tally, Tally::gaps, tags, registry);
        count("pushlab.recoveries", "Connections that resumed", tally, Tally::resumptions, tags, registry);
        for (String reason : REASONS) {
            count(
                    "pushlab.drops",
                    "Connections that the server ended",
                    tally,
                    known -> known.drops().getOrDefault(reason, 0L),
                    tags.and("reason", reason),
                    registry);
        }
    }

    private static <T> void count(
            String name, String description, T counted, ToDoubleFunction<T> value, Tags tags, MeterRegistry registry) {
        FunctionCounter.builder(name, counted, value)
                .description(description)
                .tags(tags)
                .register(registry);
    }
}
