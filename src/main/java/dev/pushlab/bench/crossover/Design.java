package dev.pushlab.bench.crossover;

import java.util.ArrayList;
import java.util.List;

/**
 * The loads to measure a strategy under: six to fit its model and two, one inside and one at the edge, to check it.
 *
 * <p>The terms are told apart by what changes from load to load: clients by five, events a second from none to 50, data
 * from 64 bytes to 1,024, and when polling both less and more than one event a poll. A load without events is the
 * experiment {@code idle}; it must last longer than the longest wait and the time between heartbeats.
 */
public final class Design {

    private static final List<Point> HELD = List.of(
            fit(200, 0, 256, 0),
            fit(1_000, 0, 256, 0),
            fit(200, 2, 64, 0),
            fit(200, 50, 1_024, 0),
            fit(1_000, 2, 1_024, 0),
            fit(1_000, 20, 64, 0),
            check(500, 10, 256, 0),
            check(1_000, 50, 256, 0));

    private static final List<Point> POLLING = List.of(
            fit(200, 0, 256, 2),
            fit(1_000, 0, 256, 0.5),
            fit(200, 50, 1_024, 0.5),
            fit(1_000, 0.5, 64, 0.5),
            fit(200, 2, 1_024, 0.5),
            fit(1_000, 20, 64, 2),
            check(500, 10, 256, 1),
            check(1_000, 50, 256, 0.5));

    /** A request for each event fills a small machine at a tenth of what a stream does. */
    private static final List<Point> ASKING = List.of(
            fit(100, 0, 256, 0),
            fit(500, 0, 256, 0),
            fit(100, 2, 64, 0),
            fit(100, 50, 1_024, 0),
            fit(500, 2, 1_024, 0),
            fit(500, 10, 64, 0),
            check(250, 10, 256, 0),
            check(500, 15, 256, 0));

    private Design() {}

    /** The loads for some strategies, strategy by strategy. */
    public static List<Point> points(List<String> strategies) {
        var points = new ArrayList<Point>();
        for (var strategy : strategies) {
            of(strategy)
                    .forEach(point -> points.add(new Point(
                            strategy,
                            point.clients(),
                            point.rate(),
                            point.size(),
                            point.pollInterval(),
                            point.heldOut())));
        }
        return points;
    }

    /** Whether a load is one that is kept to check the fit, however it came to be measured. */
    static boolean holdsOut(Point point) {
        return of(point.strategy()).stream()
                .filter(Point::heldOut)
                .anyMatch(held -> held.clients() == point.clients()
                        && held.rate() == point.rate()
                        && held.size() == point.size()
                        && held.pollInterval() == point.pollInterval());
    }

    private static List<Point> of(String strategy) {
        if (Term.polls(strategy)) {
            return POLLING;
        }
        return Term.asks(strategy) ? ASKING : HELD;
    }

    private static Point fit(int clients, double rate, int size, double pollInterval) {
        return new Point("", clients, rate, size, pollInterval, false);
    }

    private static Point check(int clients, double rate, int size, double pollInterval) {
        return new Point("", clients, rate, size, pollInterval, true);
    }
}
