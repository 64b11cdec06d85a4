package dev.pushlab.bench.advice;

/**
 * How often a client that polls should ask: as seldom as the staleness allows.
 *
 * @param interval in milliseconds
 * @param p99 how late events are then
 */
record Pace(double interval, Figure p99) {

    /** The shortest interval in milliseconds that a client should ask in; whoever can't wait so long doesn't poll. */
    private static final double SHORTEST = 100;

    private static final double MICROS = 1_000;

    static Pace of(Question question, Measured measured) {
        if (measured == null || measured.p99Micros() == null) {
            return new Pace(question.stalenessMs(), late(question.stalenessMs(), 0));
        }
        if (measured.pollIntervalMs() == null) {
            return new Pace(question.stalenessMs(), Figure.measured(measured.p99Micros()));
        }
        if (question.isWhatWasMeasured()) {
            return new Pace(measured.pollIntervalMs(), Figure.measured(measured.p99Micros()));
        }
        double onTop = Math.max(0, measured.p99Micros() / MICROS - 0.99 * measured.pollIntervalMs());
        double interval = question.stalenessMs() - onTop;
        return new Pace(interval, late(interval, onTop));
    }

    boolean isBearable() {
        return interval >= SHORTEST;
    }

    /** Events happen at any time between two polls. */
    private static Figure late(double interval, double onTop) {
        return new Figure((0.99 * interval + onTop) * MICROS, Source.INTERVAL, null);
    }
}
