package dev.pushlab.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A log in a ring in memory.
 *
 * <p>Readers take no lock: an event knows its offset, so a reader sees whether a slot was overwritten under its eyes.
 */
final class InMemoryEventLog implements EventLog {

    private static final int FIRST_CAPACITY = 64;

    /** What an event takes beside its data: objects, type, slot. */
    private static final int OVERHEAD = 160;

    private final String topic;
    private final String epoch;
    private final int maxEvents;
    private final long maxBytes;
    private final Budget budget;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private volatile AtomicReferenceArray<Event> ring = new AtomicReferenceArray<>(FIRST_CAPACITY);
    private volatile long head;
    private volatile long oldest = 1;
    private volatile long usedAt;
    private volatile long bytes;

    InMemoryEventLog(String topic, String epoch, int maxEvents, long maxBytes, Budget budget) {
        this.topic = topic;
        this.epoch = epoch;
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.budget = budget;
        touch();
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Event append(Publication publication, long dueAt) {
        touch();
        Event event;
        lock.lock();
        try {
            long offset = head + 1;
            event = new Event(new Position(epoch, offset), publication.type(), dueAt, publication.data());
            long size = size(event);
            while (oldest < offset && (offset - oldest >= maxEvents || bytes + size > maxBytes)) {
                evict();
            }
            if (offset - oldest >= ring.length()) {
                grow();
            }
            ring.set(slot(ring, offset), event);
            bytes += size;
            budget.take(size);
            head = offset;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
        budget.enforce();
        return event;
    }

    @Override
    public Batch read(Position after, int limit) {
        touch();
        while (true) {
            // The head first: a later head could be paired with a ring that does not hold it yet.
            long newest = head;
            long from = oldest;
            Gap gap = null;
            if (!after.epoch().equals(epoch) || after.offset() > newest) {
                gap = new Gap(after, new Position(epoch, from), null, Gap.Reason.RESTARTED);
            } else if (after.offset() + 1 < from) {
                long missed = from - after.offset() - 1;
                gap = new Gap(after, new Position(epoch, from), missed, Gap.Reason.EXPIRED);
            } else {
                from = after.offset() + 1;
            }
            if (from > newest) {
                return new Batch(List.of(), new Position(epoch, from - 1), gap);
            }
            List<Event> events = collect(from, newest, limit);
            if (!events.isEmpty()) {
                return new Batch(events, events.get(events.size() - 1).id(), gap);
            }
            // Everything asked for was dropped while we looked: look again, and tell the gap.
        }
    }

    private List<Event> collect(long from, long newest, int limit) {
        AtomicReferenceArray<Event> slots = ring;
        var events = new ArrayList<Event>((int) Math.min(newest - from + 1, Math.min(limit, 64)));
        long chars = 0;
        for (long offset = from; offset <= newest && events.size() < limit && chars < BATCH_CHARS; offset++) {
            Event event = slots.get(slot(slots, offset));
            if (event == null || event.id().offset() != offset) {
                break;
            }
            events.add(event);
            chars += event.data().length();
        }
        return events;
    }

    @Override
    public Batch await(Position after, int limit, Duration timeout) throws InterruptedException {
        Batch batch = read(after, limit);
        if (!batch.isEmpty()) {
            return batch;
        }
        long seen = batch.next().offset();
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (head == seen && nanos > 0) {
                nanos = appended.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
        return read(batch.next(), limit);
    }

    @Override
    public Position head() {
        return new Position(epoch, head);
    }

    @Override
    public Position beginning() {
        return new Position(epoch, oldest - 1);
    }

    /** Memory that the events take, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Drops the oldest event, but never the newest. */
    void shrink() {
        lock.lock();
        try {
            if (oldest < head) {
                evict();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives the memory back to the budget: the log is not used any more. */
    void release() {
        budget.take(-bytes);
    }

    /** How long nobody has appended, read or waited, in nanoseconds. */
    long idleNanos() {
        return System.nanoTime() - usedAt;
    }

    private void touch() {
        usedAt = System.nanoTime();
    }

    private void evict() {
        int slot = slot(ring, oldest);
        long size = size(ring.get(slot));
        oldest++;
        ring.set(slot, null);
        bytes -= size;
        budget.take(-size);
    }

    private void grow() {
        AtomicReferenceArray<Event> small = ring;
        var large = new AtomicReferenceArray<Event>(small.length() * 2);
        for (long offset = oldest; offset <= head; offset++) {
            large.set(slot(large, offset), small.get(slot(small, offset)));
        }
        ring = large;
    }

    private static int slot(AtomicReferenceArray<Event> slots, long offset) {
        return (int) (offset & (slots.length() - 1));
    }

    private static long size(Event event) {
        return OVERHEAD + event.type().length() + 2L * event.data().length();
    }
}
