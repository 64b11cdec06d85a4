package dev.pushlab.bench.rig;

import dev.pushlab.bench.client.Publisher;
import dev.pushlab.log.Position;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Publishes a feed when its events are due, however long the server takes with those before. */
public final class OpenLoop implements AutoCloseable {

    /** Sooner than that no thread of a busy machine can be relied on to wake up. */
    private static final long LEAST_TOLERANCE_NANOS = 20_000_000;

    private static final double NANOS = 1e9;
    private static final Duration ANSWER_BOUND = Duration.ofSeconds(30);

    private final Publisher publisher;
    private final Time time;
    private final LongAdder answered = new LongAdder();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private CompletableFuture<Position> latest;
    private Feed feed;
    private long start;
    /** How many had been published when the feed began, among which misses don't count. */
    private long before;

    private long published;
    private long missed;
    private long dataBytes;

    OpenLoop(Publisher publisher, Time time) {
        this.publisher = publisher;
        this.time = time;
    }

    /** A feed begins, at the moment that is returned; what was missed before is forgotten. */
    public long begin(Feed itsFeed) {
        feed = itsFeed;
        before = published;
        missed = 0;
        start = time.nanos();
        return start;
    }

    /** Publishes all that is due before a moment, and returns at that moment. */
    public void until(long nanos) throws InterruptedException {
        long due;
        while ((due = start + feed.dueAfter(published - before)) < nanos) {
            time.sleepUntil(due);
            publish(due);
        }
        time.sleepUntil(nanos);
    }

    private void publish(long due) {
        if (time.nanos() - due > Math.max(LEAST_TOLERANCE_NANOS, NANOS / feed.rate())) {
            missed++;
        }
        String data = feed.data(published - before, Stamp.of(due));
        dataBytes += data.length();
        published++;
        latest = publisher.publish("{\"type\":\"bench\",\"data\":" + data + "}");
        latest.whenComplete((position, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, String.valueOf(problem.getMessage()));
            }
            answered.increment();
        });
    }

    public long published() {
        return published;
    }

    /** Events among which misses count. */
    long counted() {
        return published - before;
    }

    /** Events sent later than an interval, or 20 ms if that is longer, after they were due. */
    public long missed() {
        return missed;
    }

    /** Of all events published so far. */
    long dataBytes() {
        return dataBytes;
    }

    /** What was said to the first event that the server didn't take; {@code null} if it took all. */
    String failure() {
        return failure.get();
    }

    /** Waits for all answers; the last event's position, or {@code null} if there is none. */
    public Position last() throws InterruptedException {
        if (latest == null) {
            return null;
        }
        if (!time.await(ANSWER_BOUND, () -> answered.sum() == published)) {
            failure.compareAndSet(null, (published - answered.sum()) + " publications were never answered");
        }
        return latest.isDone() && !latest.isCompletedExceptionally() ? latest.join() : null;
    }

    @Override
    public void close() {
        publisher.close();
    }
}
