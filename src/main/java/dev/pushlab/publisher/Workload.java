package dev.pushlab.publisher;

import dev.pushlab.log.EventClock;
import dev.pushlab.log.EventLogs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** What publishes by itself to the default topic: at most one run at a time. */
@Service
class Workload implements SmartInitializingSingleton, DisposableBean {

    private final EventLogs logs;
    private final EventClock clock;
    private final WorkloadProperties properties;
    private final CompletableFuture<Trace> trace;
    private WorkloadSpec spec;
    private WorkloadRun run;
    private Thread thread;

    Workload(EventLogs logs, EventClock clock, WorkloadProperties properties) {
        this.logs = logs;
        this.clock = clock;
        this.properties = properties;
        this.trace = CompletableFuture.supplyAsync(() -> Trace.read(properties.trace()));
        this.spec = new WorkloadSpec.Trace(properties.speed(), true);
    }

    /** Reading takes a while and is done beside everything else; a bad trace still prevents the start. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            trace.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidTraceException invalid ? invalid : e;
        }
    }

    @EventListener
    void onReady(ApplicationReadyEvent event) {
        if (properties.enabled()) {
            start(spec);
        }
    }

    synchronized void start(WorkloadSpec newSpec) {
        stop();
        spec = newSpec;
        run = new WorkloadRun(schedule(newSpec), logs.topic(EventLogs.DEFAULT_TOPIC), new WallTimer());
        thread = new Thread(run, "workload");
        thread.setDaemon(true);
        thread.start();
    }

    private Schedule schedule(WorkloadSpec newSpec) {
        return newSpec instanceof WorkloadSpec.Generator generator
                ? new GeneratorSchedule(generator)
                : new TraceSchedule(trace.join(), (WorkloadSpec.Trace) newSpec);
    }

    /** Stops publishing; nothing is appended after it returns. */
    synchronized void stop() {
        if (run == null || run.isOver()) {
            return;
        }
        run.stop();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized WorkloadStatus status() {
        boolean running = run != null && !run.isOver();
        long published = run == null ? 0 : run.published();
        return spec instanceof WorkloadSpec.Generator generator
                ? WorkloadStatus.of(running, published, generator)
                : WorkloadStatus.of(running, published, (WorkloadSpec.Trace) spec);
    }

    @Override
    public void destroy() {
        stop();
    }

    private final class WallTimer implements WorkloadRun.Timer {

        @Override
        public long now() {
            return clock.micros();
        }

        @Override
        public void sleepUntil(long micros) throws InterruptedException {
            long wait;
            while ((wait = micros - clock.micros()) > 0) {
                LockSupport.parkNanos(wait * 1_000);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    }
}
