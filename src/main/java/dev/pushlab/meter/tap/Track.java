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

    private final Direction direction;
    private final Secrets secrets;

    // Guarded by this.
    private final List<Segment> head = new ArrayList<>(1);
    private final Deque<Segment> newest = new ArrayDeque<>(1);
    private int room = HEAD_BYTES;
    private long offset;

    Track(Direction direction, String token) {
        this.direction = direction;
        this.secrets = new Secrets(token);
    }

    synchronized void add(Chunk chunk, boolean watched) {
        boolean ofHead = room > 0 && head.size() < SEGMENTS;
        int most = Math.max(ofHead ? room : 0, watched ? SEGMENT_BYTES : 0);
        int kept = (int) Math.min(most, chunk.length());
        if (kept > 0) {
            var segment = new Segment(chunk.at(), direction, offset, chunk.length(), chunk.bytes(0, kept));
            if (ofHead) {
                head.add(segment);
                room -= kept;
            } else {
                newest.add(segment);
                if (newest.size() > SEGMENTS) {
                    newest.remove();
                }
            }
        }
        hideSecrets(chunk, kept);
        offset += chunk.length();
    }

    private void hideSecrets(Chunk chunk, int kept) {
        // A little beyond what is kept: a token may begin in it and end after it.
        int looked = kept == 0 ? 0 : (int) Math.min(kept + secrets.overlap(), chunk.length());
        if (looked > 0) {
            secrets.look(chunk.bytes(0, looked), this::hide);
        }
        long skipped = chunk.length() - looked;
        int last = (int) Math.min(skipped, secrets.overlap());
        secrets.skip(skipped, chunk.bytes(chunk.length() - last, last));
    }

    private void hide(long from, long to) {
        head.forEach(segment -> segment.hide(from, to));
        newest.forEach(segment -> segment.hide(from, to));
    }

    synchronized List<Segment> segments() {
        return Stream.concat(head.stream(), newest.stream()).map(Segment::copy).toList();
    }
}
