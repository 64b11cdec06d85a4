package dev.pushlab.bench.result;

import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds one client to its promise: every event after its first position, once and in order.
 *
 * <p>Offsets are dense, so nothing but offsets is kept: the highest seen and the holes below it. One thread writes, any
 * may read.
 */
public final class Ledger {

    /** The holes below {@link #high}: first offset to last. */
    private final TreeMap<Long, Long> holes = new TreeMap<>();

    private String epoch;
    private long base;
    private long high;
    /** Expected and lost in lives of the log that are over. */
    private long earlierExpected;

    private long earlierLost;

    private long received;
    private long duplicated;
    private long reordered;
    private long explained;

    /** The subscription stands; a later opening, after a reconnect, doesn't excuse anything. */
    public synchronized void opened(String next) {
        if (epoch == null) {
            var position = Position.parse(next);
            begin(position.epoch(), position.offset());
        }
    }

    public synchronized void received(String itsEpoch, long offset) {
        if (!itsEpoch.equals(epoch)) {
            changeWithoutGap(itsEpoch, offset);
        }
        if (offset == high + 1) {
            high = offset;
            received++;
        } else if (offset > high) {
            holes.put(high + 1, offset - 1);
            high = offset;
            received++;
        } else if (fill(offset)) {
            reordered++;
            received++;
        } else {
            duplicated++;
        }
    }

    /** What the server says is gone counts as explained, not as lost. */
    public synchronized void gap(Gap gap) {
        var resumes = gap.resumesAt();
        if (!resumes.epoch().equals(epoch)) {
            if (epoch != null) {
                endLife();
            }
            begin(resumes.epoch(), resumes.offset() - 1);
        } else if (gap.reason() == Gap.Reason.RESTARTED) {
            // the position was ahead of the log: what comes now has been counted under offsets that never were
            endLife();
            begin(epoch, resumes.offset() - 1);
        } else if (resumes.offset() - 1 > high) {
            explained += resumes.offset() - 1 - high;
            high = resumes.offset() - 1;
        }
    }

    /**
     * What this client has seen and what not.
     *
     * @param published the last event that it should have by now; if that belongs to another life of the log than the
     *     client's events, or is {@code null}, what the client has seen itself is all that is expected
     */
    public synchronized Line line(Position published) {
        long last = published != null && published.epoch().equals(epoch) ? Math.max(published.offset(), high) : high;
        long lost = earlierLost + missing() + last - high;
        return new Line(earlierExpected + last - base, received, lost, duplicated, reordered, explained);
    }

    private void begin(String life, long before) {
        epoch = life;
        base = before;
        high = before;
        holes.clear();
    }

    private void endLife() {
        earlierExpected += high - base;
        earlierLost += missing();
    }

    /** An event of another life, and nobody said that the log had restarted: at least the telling is lost. */
    private void changeWithoutGap(String itsEpoch, long offset) {
        if (epoch != null) {
            endLife();
            earlierExpected++;
            earlierLost++;
        }
        begin(itsEpoch, offset - 1);
    }

    private boolean fill(long offset) {
        Map.Entry<Long, Long> hole = holes.floorEntry(offset);
        if (hole == null || hole.getValue() < offset) {
            return false;
        }
        holes.remove(hole.getKey());
        if (hole.getKey() < offset) {
            holes.put(hole.getKey(), offset - 1);
        }
        if (offset < hole.getValue()) {
            holes.put(offset + 1, hole.getValue());
        }
        return true;
    }

    private long missing() {
        long missing = 0;
        for (var hole : holes.entrySet()) {
            missing += hole.getValue() - hole.getKey() + 1;
        }
        return missing;
    }

    /**
     * A ledger's sums; {@code expected = received + lost + explained}.
     *
     * @param received different events, whatever their order
     * @param lost neither received nor explained
     * @param duplicated deliveries of an event that had arrived before, or lies before the first position
     * @param reordered events that came after a later one
     * @param explained events that the server said were gone
     */
    public record Line(long expected, long received, long lost, long duplicated, long reordered, long explained) {

        public static final Line NONE = new Line(0, 0, 0, 0, 0, 0);

        /** Nothing lost that wasn't explained, nothing twice, nothing out of order. */
        public boolean clean() {
            return lost == 0 && duplicated == 0 && reordered == 0;
        }

        public Line plus(Line other) {
            return new Line(
                    expected + other.expected,
                    received + other.received,
                    lost + other.lost,
                    duplicated + other.duplicated,
                    reordered + other.reordered,
                    explained + other.explained);
        }
    }
}
