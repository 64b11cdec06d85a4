package dev.pushlab.strategy;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The registry: every strategy that the application carries, in order. */
@Component
public class Strategies implements Iterable<Strategy> {

    private final List<Strategy> all;

    Strategies(List<Strategy> strategies) {
        all = strategies.stream()
                .sorted(Comparator.comparingInt(Strategy::order))
                .toList();
    }

    public List<Strategy> all() {
        return all;
    }

    @Override
    public Iterator<Strategy> iterator() {
        return all.iterator();
    }
}
