package dev.pushlab.bench;

import dev.pushlab.bench.rig.Feed;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.TraceFeed;
import java.util.Locale;
import java.util.function.Supplier;

/** Workloads that people know. */
enum Scenario {
    /** Something for everybody now and then. */
    NOTIFICATIONS(() -> new SteadyFeed(0.1, 128)),
    /** A busy room. */
    CHAT(() -> new SteadyFeed(20, 120)),
    /** Prices. */
    TICKER(() -> new SteadyFeed(20, 128)),
    /** Figures for a wall of charts. */
    DASHBOARD(() -> new SteadyFeed(10, 1_024)),
    /** Sensors. */
    IOT(() -> new SteadyFeed(200, 100)),
    /** Positions of a game's pieces. */
    GAME(() -> new SteadyFeed(30, 200)),
    /** A language model's answer: 5 bytes a token, and 16 more for the due time. */
    TOKENS(() -> new SteadyFeed(77, SteadyFeed.SMALLEST)),
    /** A week of real earthquakes in three minutes. */
    EARTHQUAKES(() -> TraceFeed.earthquakes(3_600));

    private final Supplier<Feed> feed;

    Scenario(Supplier<Feed> feed) {
        this.feed = feed;
    }

    Feed feed() {
        return feed.get();
    }

    /** As people choose it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
