package dev.pushlab.publisher;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.Publication;

/** Carries out a schedule; an event that comes late keeps the time at which it was due. */
final class WorkloadRun implements Runnable {

    private final Schedule schedule;
    private final EventLog log;
    private final Timer timer;
    private volatile long published;
    private volatile boolean over;

    /** The time, as a run sees it; microseconds since the Unix epoch. */
    interface Timer {

        long now();

        void sleepUntil(long micros) throws InterruptedException;
    }

    WorkloadRun(Schedule schedule, EventLog log, Timer timer) {
        this.schedule = schedule;
        this.log = log;
        this.timer = timer;
    }

    @Override
    public void run() {
        long start = timer.now();
        try {
            Schedule.Planned planned;
            while (!over && (planned = schedule.next()) != null) {
                long dueAt = start + planned.at();
                timer.sleepUntil(dueAt);
                log.append(new Publication(planned.type(), planned.data()), dueAt);
                published++; // one thread writes
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over = true;
        }
    }

    void stop() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    long published() {
        return published;
    }
}
