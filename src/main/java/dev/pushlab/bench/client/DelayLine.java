package dev.pushlab.bench.client;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Passes on what it is given after a while, in order; one timer serves all that waits. */
final class DelayLine {

    private final EventExecutor executor;
    private final Queue<Held> waiting = new ArrayDeque<>();
    private boolean timed;
    private boolean over;

    DelayLine(EventExecutor executor) {
        this.executor = executor;
    }

    /**
     * Passes on later, but never before what was given earlier.
     *
     * @param drop done in its place if the line has been dropped by then
     */
    void hold(long nanos, Runnable pass, Runnable drop) {
        if (over) {
            pass.run();
            return;
        }
        waiting.add(new Held(now() + nanos, pass, drop));
        if (!timed) {
            arm();
        }
    }

    /** Passes on all that waits, and from now on everything at once. */
    void passAll() {
        over = true;
        while (!waiting.isEmpty()) {
            waiting.remove().pass.run();
        }
    }

    /** Drops all that waits, and from now on passes everything on at once. */
    void dropAll() {
        over = true;
        while (!waiting.isEmpty()) {
            waiting.remove().drop.run();
        }
    }

    private void arm() {
        timed = true;
        executor.schedule(this::passDue, waiting.element().due - now(), TimeUnit.NANOSECONDS);
    }

    private void passDue() {
        while (!waiting.isEmpty() && waiting.element().due - now() <= 0) {
            waiting.remove().pass.run();
        }
        timed = false;
        if (!waiting.isEmpty()) {
            arm();
        }
    }

    private long now() {
        return executor.ticker().nanoTime();
    }

    private record Held(long due, Runnable pass, Runnable drop) {}
}
