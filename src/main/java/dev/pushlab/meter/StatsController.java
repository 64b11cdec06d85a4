package dev.pushlab.meter;

import dev.pushlab.meter.tap.Page;
import dev.pushlab.meter.tap.Pages;
import dev.pushlab.meter.tap.Taps;
import dev.pushlab.meter.tap.Traffic;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The server's half of the measurements. */
@RestController
class StatsController {

    private final Strategies strategies;
    private final Pumps pumps;
    private final Taps taps;
    private final Pages pages;

    StatsController(Strategies strategies, Pumps pumps, Taps taps, Pages pages) {
        this.strategies = strategies;
        this.pumps = pumps;
        this.taps = taps;
        this.pages = pages;
    }

    /**
     * What is counted since the start.
     *
     * @param other what belongs to no strategy: pages, scripts, the rest of the API
     * @param sockets those that are open right now
     */
    record Stats(Map<String, StrategyStats> strategies, TrafficStats other, Taps.OpenSockets sockets) {}

    /**
     * What went through the server's sockets.
     *
     * @param bytesIn from clients
     * @param bytesOut to clients
     * @param requests HTTP requests and handshakes
     */
    record TrafficStats(long bytesIn, long bytesOut, long requests) {

        static TrafficStats of(Traffic traffic) {
            Traffic.Sum sum = traffic.sum();
            return new TrafficStats(sum.in(), sum.out(), sum.requests());
        }
    }

    /** What a page's own connections caused. */
    record PageStats(Map<String, TrafficStats> strategies) {}

    /**
     * What is counted for a strategy since the start.
     *
     * @param connections at this moment, waiting requests included
     * @param openings connections opened
     * @param resumptions connections that went on from a position of their own
     * @param deliveries events delivered
     * @param gaps gaps told
     * @param lag events that the slowest connection is behind
     * @param drops connections that the server ended, by reason
     * @param bytesIn from clients
     * @param bytesOut to clients
     * @param requests HTTP requests and handshakes
     * @param bytesPerDelivery bytes in both directions; {@code null} before the first delivery
     */
    record StrategyStats(
            long connections,
            long openings,
            long resumptions,
            long deliveries,
            long gaps,
            long lag,
            Map<String, Long> drops,
            long bytesIn,
            long bytesOut,
            long requests,
            Double bytesPerDelivery) {

        static StrategyStats of(Tally tally, long lag, Traffic.Sum bytes) {
            return new StrategyStats(
                    tally.connections(),
                    tally.openings(),
                    tally.resumptions(),
                    tally.deliveries(),
                    tally.gaps(),
                    lag,
                    tally.drops(),
                    bytes.in(),
                    bytes.out(),
                    bytes.requests(),
                    tally.deliveries() == 0 ? null : (double) (bytes.in() + bytes.out()) / tally.deliveries());
        }
    }

    @GetMapping("/api/stats")
    ResponseEntity<Stats> stats() {
        var stats = new LinkedHashMap<String, StrategyStats>();
        for (Strategy strategy : strategies) {
            stats.put(
                    strategy.id(),
                    StrategyStats.of(
                            pumps.tally(strategy),
                            pumps.lag(strategy),
                            taps.traffic(strategy).sum()));
        }
        return answer(new Stats(stats, TrafficStats.of(taps.other()), taps.sockets()));
    }

    @GetMapping(path = "/api/stats", params = "page")
    ResponseEntity<PageStats> stats(@RequestParam String page) {
        Page asking = pages.get(page);
        var stats = new LinkedHashMap<String, TrafficStats>();
        for (Strategy strategy : strategies) {
            stats.put(strategy.id(), TrafficStats.of(asking.traffic(strategy.id())));
        }
        return answer(new PageStats(stats));
    }

    private static <T> ResponseEntity<T> answer(T stats) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(stats);
    }
}
