package dev.pushlab.bench.rig;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** How many events arrive at all clients together, and how late those that are due within the window. */
public final class Arrivals {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 3;

    private final Histogram latencies = new AtomicHistogram(LONGEST_MICROS, DIGITS);
    private final LongAdder delivered = new LongAdder();
    private volatile long from = Long.MAX_VALUE;
    private volatile long until = Long.MAX_VALUE;

    /** Begins to count latencies, of events due from the one moment to just before the other. */
    public void window(long fromNanos, long untilNanos) {
        latencies.reset();
        until = untilNanos;
        from = fromNanos;
    }

    void arrived(long due, long now) {
        delivered.increment();
        if (due >= from && due < until) {
            latencies.recordValue(Math.min(LONGEST_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(now - due))));
        }
    }

    /** Counts what should have arrived by now but hasn't as arriving now: at least so late it is. */
    public void missing(long events, long now) {
        if (events > 0) {
            latencies.recordValueWithCount(TimeUnit.NANOSECONDS.toMicros(now - from), events);
        }
    }

    long delivered() {
        return delivered.sum();
    }

    /** In microseconds; no arrival may be on its way any more. */
    public Histogram latencies() {
        return latencies;
    }

    /** Milliseconds at a percentile, 0 to 100. */
    public double latency(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }
}
