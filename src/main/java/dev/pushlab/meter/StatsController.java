package dev.pushlab.meter;

import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server's half of the measurements. */
@RestController
class StatsController {

    private final Strategies strategies;
    private final Pumps pumps;

    StatsController(Strategies strategies, Pumps pumps) {
        this.strategies = strategies;
        this.pumps = pumps;
    }

    record Stats(Map<String, StrategyStats> strategies) {}

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
     */
    record StrategyStats(
            long connections,
            long openings,
            long resumptions,
            long deliveries,
            long gaps,
            long lag,
            Map<String, Long> drops) {

        static StrategyStats of(Tally tally, long lag) {
            return new StrategyStats(
                    tally.connections(),
                    tally.openings(),
                    tally.resumptions(),
                    tally.deliveries(),
                    tally.gaps(),
                    lag,
                    tally.drops());
        }
    }

    @GetMapping("/api/stats")
    ResponseEntity<Stats> stats() {
        var stats = new LinkedHashMap<String, StrategyStats>();
        for (Strategy strategy : strategies) {
            stats.put(strategy.id(), StrategyStats.of(pumps.tally(strategy), pumps.lag(strategy)));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Stats(stats));
    }
}
