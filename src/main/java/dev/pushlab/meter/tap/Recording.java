package dev.pushlab.meter.tap;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pushlab.meter.tap.Segment.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The bytes of one request of a page, from its first to the end of its response, or after an upgrade of its socket. */
final class Recording {

    private final Page page;
    private final String strategy;
    private final long connection;
    private final long openedAt;
    private final Track in;
    private final Track out;
    private volatile Long closedAt;
    private volatile boolean dropped;

    /**
     * @param connection tells the socket
     * @param openedAt microseconds since the Unix epoch
     */
    Recording(Page page, String strategy, long connection, long openedAt) {
        this.page = page;
        this.strategy = strategy;
        this.connection = connection;
        this.openedAt = openedAt;
        this.in = new Track(Direction.in, page.token());
        this.out = new Track(Direction.out, page.token());
    }

    /**
     * A recording as clients read it.
     *
     * @param connection tells the socket, which may have carried other requests too
     * @param openedAt when the first byte came, in microseconds since the Unix epoch
     * @param closedAt when the last one went; {@code null} while it is open
     */
    @JsonPropertyOrder({"connection", "openedAt", "closedAt", "segments"})
    record View(long connection, long openedAt, Long closedAt, List<Segment> segments) {}

    View view() {
        List<Segment> both = Stream.concat(in.segments().stream(), out.segments().stream())
                .sorted(Comparator.comparingLong(Segment::at))
                .toList();
        return new View(connection, openedAt, closedAt, both);
    }

    /** Whether bytes that come are to be kept; asked at every read, so it costs next to nothing. */
    boolean wantsToRead() {
        return wants(in);
    }

    /** As {@link #wantsToRead}, for bytes that go. */
    boolean wantsToWrite() {
        return wants(out);
    }

    private boolean wants(Track track) {
        return !dropped && (page.isWatched() || !track.hasBegun());
    }

    void read(Chunk chunk) {
        in.add(chunk, page.isWatched());
    }

    void wrote(Chunk chunk) {
        out.add(chunk, page.isWatched());
    }

    void close(long at) {
        closedAt = at;
    }

    /** Takes no more: the page has newer ones. */
    void drop() {
        dropped = true;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    String strategy() {
        return strategy;
    }
}
