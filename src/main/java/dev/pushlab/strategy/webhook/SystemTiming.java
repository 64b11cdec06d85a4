package dev.pushlab.strategy.webhook;

import dev.pushlab.strategy.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The system's own clock, and a thread that begins with the first retry. */
@Component
class SystemTiming implements Timing, DisposableBean {

    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(1, Threads.factory("webhook-retry"));

    SystemTiming() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public Runnable later(Runnable task, Duration delay) {
        var scheduled = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void destroy() {
        scheduler.shutdownNow();
    }
}
