package dev.pushlab.bench;

import dev.pushlab.bench.rig.Feed;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.TraceFeed;
import java.util.Locale;

/** Workloads that people know. */
enum Scenario {
    NOTIFICATIONS(0.1, 128, "something for everybody now and then"),
    CHAT(20, 120, "a busy room"),
    TICKER(20, 128, "prices"),
    DASHBOARD(10, 1_024, "figures for a wall of charts"),
    IOT(200, 100, "sensors"),
    GAME(30, 200, "positions of a game's pieces"),
    TOKENS(77, SteadyFeed.SMALLEST, "a language model's answer; 5 bytes a token, and 16 more for the due time"),
    EARTHQUAKES(0, 0, "a week of real earthquakes in three minutes");

    private static final double RECORDED_SPEED = 3_600;

    private final double rate;
    private final int size;
    private final String meaning;

    Scenario(double rate, int size, String meaning) {
        this.rate = rate;
        this.size = size;
        this.meaning = meaning;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    Feed feed() {
        return this == EARTHQUAKES ? TraceFeed.earthquakes(RECORDED_SPEED) : new SteadyFeed(rate, size);
    }
}
