package dev.pushlab.scenario;

import java.util.Locale;

/** Workloads that people know, for the page and for the bench. */
public enum Scenario {
    /** Something for everybody now and then. */
    NOTIFICATIONS(0.1, 128, false),
    /** A busy room. */
    CHAT(20, 120, true),
    /** Prices. */
    TICKER(20, 128, false),
    /** Figures for a wall of charts. */
    DASHBOARD(10, 1_024, false),
    /** Sensors. */
    IOT(200, 100, false),
    /** Positions of a game's pieces. */
    GAME(30, 200, true),
    /** A language model's answer. */
    TOKENS(77, 5, false),
    /** A week of real earthquakes in three minutes. */
    EARTHQUAKES(3_600);

    private final double rate;
    private final int size;
    private final double speed;
    private final boolean twoWay;

    /** What is made up. */
    Scenario(double rate, int size, boolean twoWay) {
        this(rate, size, 0, twoWay);
    }

    /** What was recorded. */
    Scenario(double speed) {
        this(0, 0, speed, false);
    }

    Scenario(double rate, int size, double speed, boolean twoWay) {
        this.rate = rate;
        this.size = size;
        this.speed = speed;
        this.twoWay = twoWay;
    }

    /** Whether it is the recorded trace: then there is a speed, and otherwise a rate and a size. */
    public boolean recorded() {
        return speed > 0;
    }

    /** Events a second; 0 if recorded. */
    public double rate() {
        return rate;
    }

    /** Bytes of each event's data; 0 if recorded. */
    public int size() {
        return size;
    }

    /** How many times faster than recorded; 0 if it never was. */
    public double speed() {
        return speed;
    }

    /** Whether clients speak, too. */
    public boolean twoWay() {
        return twoWay;
    }

    /** As people choose it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
