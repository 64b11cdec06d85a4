package dev.pushlab.bench.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The one clock of a run: nanoseconds that only go forward, and waiting by them. */
public interface Time {

    /** The machine's. */
    Time SYSTEM = new Time() {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleepUntil(long nanos) throws InterruptedException {
            long wait;
            while ((wait = nanos - System.nanoTime()) > 0) {
                LockSupport.parkNanos(wait);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    };

    long nanos();

    void sleepUntil(long nanos) throws InterruptedException;

    default void sleep(Duration duration) throws InterruptedException {
        sleepUntil(nanos() + duration.toNanos());
    }

    /** Looks again and again whether something has come true; {@code false} if it hasn't within the bound. */
    default boolean await(Duration bound, BooleanSupplier condition) throws InterruptedException {
        long end = nanos() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (nanos() >= end) {
                return false;
            }
            sleep(Duration.ofMillis(5));
        }
        return true;
    }
}
