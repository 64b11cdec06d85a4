package dev.pushlab.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The memory that all topics share: when it is used up, the largest topic drops its oldest events. */
final class Budget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final Supplier<Collection<InMemoryEventLog>> logs;

    Budget(long limit, Supplier<Collection<InMemoryEventLog>> logs) {
        this.limit = limit;
        this.logs = logs;
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    void enforce() {
        while (used.get() > limit) {
            long before = used.get();
            logs.get().stream()
                    .max(Comparator.comparingLong(InMemoryEventLog::bytes))
                    .ifPresent(InMemoryEventLog::shrink);
            if (used.get() >= before) {
                return; // every topic is down to its newest event
            }
        }
    }
}
