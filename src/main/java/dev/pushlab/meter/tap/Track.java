package dev.pushlab.meter.tap;

import dev.pushlab.meter.tap.Segment.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** One direction of a recording: how it began, and, while somebody watches, the newest of it. */
final class Track {

    static final int HEAD_BYTES = 2 * 1024;
    static final int SEGMENT_BYTES = 1024;
    static final int SEGMENTS = 32;

    /** More than the head of a request or response can have. */
    private static final int LOOKED_BYTES = 16 * 1024;

    private final Direction direction;
    private final Secrets secrets;

    // Guarded by this.
    private final List<Segment> head = new ArrayList<>(1);
    private final Deque<Segment> newest = new ArrayDeque<>(1);
    private int room = HEAD_BYTES;

    private volatile boolean begun;

    Track(Direction direction, String token) {
        this.direction = direction;
        this.secrets = new Secrets(token);
    }

    /** The beginning is kept: there is nothing to do until somebody watches. */
    boolean hasBegun() {
        return begun;
    }

    synchronized void add(Chunk chunk, boolean watched) {
        int most = Math.max(begun ? 0 : room, watched ? SEGMENT_BYTES : 0);
        int kept = (int) Math.min(most, chunk.length());
        var segment = new Segment(chunk.at(), direction, chunk.offset(), chunk.length(), chunk.bytes(kept));
        if (!begun) {
            head.add(segment);
            room -= kept;
            begun = room <= 0 || head.size() == SEGMENTS;
        } else if (watched) {
            newest.add(segment);
            if (newest.size() > SEGMENTS) {
                newest.remove();
            }
        }
        // Beyond what is kept: a secret may begin there and go on in the next segment.
        int looked = (int) Math.min(LOOKED_BYTES, chunk.length());
        secrets.look(chunk.offset(), chunk.bytes(looked), this::hide);
    }

    private void hide(long from, long to) {
        head.forEach(segment -> segment.hide(from, to));
        newest.forEach(segment -> segment.hide(from, to));
    }

    synchronized List<Segment> segments() {
        return Stream.concat(head.stream(), newest.stream()).map(Segment::copy).toList();
    }
}
