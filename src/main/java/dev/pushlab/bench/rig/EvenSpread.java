package dev.pushlab.bench.rig;

/** Whether the latency of polling is spread evenly over the interval, as it must be if polls come when they should. */
record EvenSpread(double intervalMillis, double wayBackMillis) {

    private static final double TOLERANCE = 0.05;
    private static final double SERVICE_MILLIS = 10;

    void check(Findings findings, Arrivals arrivals) {
        double p50 = arrivals.latency(50);
        double p95 = arrivals.latency(95);
        findings.check(
                "polls evenly spread",
                near(p50, 0.5) && near(p95, 0.95),
                "p50 %.0f ms and p95 %.0f ms, %.0f and %.0f expected",
                p50,
                p95,
                expected(0.5),
                expected(0.95));
    }

    private boolean near(double latency, double share) {
        return Math.abs(latency - expected(share)) <= TOLERANCE * intervalMillis + SERVICE_MILLIS;
    }

    private double expected(double share) {
        return share * intervalMillis + wayBackMillis;
    }
}
