package dev.pushlab.strategy.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still, and pauses that end when the test says so. */
final class ManualTiming implements Timing {

    private record Pause(Runnable task, Duration delay) {}

    private final List<Pause> pauses = new ArrayList<>();
    private Instant now = Instant.now();
    private double random = 0.5;

    synchronized void reset() {
        pauses.clear();
        now = Instant.now();
        random = 0.5;
    }

    synchronized void chance(double next) {
        random = next;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized double random() {
        return random;
    }

    @Override
    public synchronized Runnable later(Runnable task, Duration delay) {
        var pause = new Pause(task, delay);
        pauses.add(pause);
        return () -> cancel(pause);
    }

    private synchronized void cancel(Pause pause) {
        pauses.remove(pause);
    }

    synchronized int pauses() {
        return pauses.size();
    }

    /** Lets the oldest pause be over, and tells how long it was to be. */
    Duration endPause() {
        Pause pause;
        synchronized (this) {
            pause = pauses.remove(0);
            now = now.plus(pause.delay());
        }
        pause.task().run();
        return pause.delay();
    }
}
