package dev.pushlab.fault;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** When bytes may pass on; one direction of one connection has one of its own. */
interface Delay {

    /** The moment, in nanoseconds, at which so many bytes that arrived now may pass. */
    long passAt(long now, int bytes);

    /** The most bytes that pass at once: more would come as a lump that they aren't. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** So many milliseconds later, give or take the jitter. */
    static Delay latency(long latency, long jitter) {
        return (now, bytes) -> {
            long millis =
                    latency + (jitter == 0 ? 0 : ThreadLocalRandom.current().nextLong(-jitter, jitter + 1));
            return now + TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis));
        };
    }

    /**
     * Not at all in the last {@code length} milliseconds of every {@code interval}: since that depends on the clock alone,
     * all connections stand still together.
     */
    static Delay stall(long interval, long length) {
        long period = TimeUnit.MILLISECONDS.toNanos(interval);
        long flowing = period - TimeUnit.MILLISECONDS.toNanos(Math.min(interval, length));
        return (now, bytes) -> {
            long phase = Math.floorMod(now, period);
            return phase < flowing ? now : now - phase + period;
        };
    }

    /** So many kilobytes of 1,000 bytes a second, a tenth of a second's worth at once. */
    static Delay bandwidth(long rate) {
        return new Delay() {
            private long free = Long.MIN_VALUE;

            @Override
            public long passAt(long now, int bytes) {
                free = Math.max(now, free) + TimeUnit.MILLISECONDS.toNanos(bytes) / rate;
                return free;
            }

            @Override
            public int most() {
                return (int) Math.min(Integer.MAX_VALUE, rate * 100);
            }
        };
    }
}
