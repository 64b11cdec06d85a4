package dev.pushlab.strategy;

import dev.pushlab.log.Batch;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What is counted for a strategy since the start. */
public final class Tally {

    private final AtomicLong held;
    private final LongAdder opened = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder resumed = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final Map<String, LongAdder> drops = new ConcurrentHashMap<>();

    /** @param held the connections of all strategies */
    Tally(AtomicLong held) {
        this.held = held;
    }

    void opened(boolean resuming) {
        held.incrementAndGet();
        opened.increment();
        if (resuming) {
            resumed.increment();
        }
    }

    void ended() {
        held.decrementAndGet();
        ended.increment();
    }

    /** Counts a batch that was handed to the network. */
    public void delivered(Batch batch) {
        deliveries.add(batch.events().size());
        if (batch.gap() != null) {
            gaps.increment();
        }
    }

    /** Counts a single event or gap; other messages do not count. */
    public void delivered(Message message) {
        if (message.control() == null) {
            deliveries.increment();
        } else if (message.control().equals("gap")) {
            gaps.increment();
        }
    }

    void dropped(String reason) {
        drops.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }

    /** Connections and waiting requests at this moment. */
    public long connections() {
        return opened.sum() - ended.sum();
    }

    /** Connections opened, waiting requests included. */
    public long openings() {
        return opened.sum();
    }

    /** Connections that went on from a position of their own. */
    public long resumptions() {
        return resumed.sum();
    }

    /** Events delivered. */
    public long deliveries() {
        return deliveries.sum();
    }

    /** Gaps told. */
    public long gaps() {
        return gaps.sum();
    }

    /** Connections that the server ended, by reason. */
    public Map<String, Long> drops() {
        var sums = new TreeMap<String, Long>();
        drops.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
