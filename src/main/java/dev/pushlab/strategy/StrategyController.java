package dev.pushlab.strategy;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the registry. */
@RestController
class StrategyController {

    private final Strategies strategies;

    StrategyController(Strategies strategies) {
        this.strategies = strategies;
    }

    record Entry(String id, String path, List<String> traits) {

        static Entry of(Strategy strategy) {
            List<String> traits = strategy.traits().stream()
                    .map(trait -> trait.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList();
            return new Entry(strategy.id(), strategy.path(), traits);
        }
    }

    @GetMapping("/api/strategies")
    List<Entry> list() {
        return strategies.all().stream().map(Entry::of).toList();
    }
}
