package dev.pushlab.bench.crossover;

import java.util.Comparator;
import java.util.List;

/** Chooses the two runs of a strategy that its fit does not see: those of {@link Design}, or one inside and the edge. */
final class HoldOut {

    private static final Comparator<Point> BY_LOAD = Comparator.comparingDouble(Point::deliveries)
            .thenComparingDouble(point -> point.clients() / Math.max(point.pollInterval(), 1e-3));

    private HoldOut() {}

    /** The same observations of one strategy, two loads of them marked. */
    static List<Observation> mark(List<Observation> observations) {
        var points = observations.stream().map(Observation::point).toList();
        var chosen = points.stream().filter(Design::holdsOut).distinct().toList();
        var held = chosen.size() < 2 ? byLoad(points) : chosen;
        return observations.stream()
                .map(observation -> new Observation(
                        observation.point().hold(held.contains(observation.point())), observation.costs()))
                .toList();
    }

    private static List<Point> byLoad(List<Point> points) {
        var sorted = points.stream()
                .filter(point -> point.rate() > 0)
                .distinct()
                .sorted(BY_LOAD)
                .toList();
        return sorted.size() < 2 ? sorted : List.of(sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
    }
}
