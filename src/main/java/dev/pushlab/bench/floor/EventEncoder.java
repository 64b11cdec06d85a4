package dev.pushlab.bench.floor;

import dev.pushlab.log.EventClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers the events of one read, and writes them down once for all subscribers. */
final class EventEncoder {

    private static final int CAPACITY = 512 << 10;

    /** More than what an event's line has beyond that of its publication. */
    private static final int LARGEST_ADDITION = 64;

    private static final byte[] PUBLICATION = ascii("{\"type\":\"bench\",\"data\":");
    private static final byte[] ID = ascii("{\"id\":\"");
    private static final byte[] TYPE = ascii("\",\"type\":\"bench\",\"dueAt\":");
    private static final byte[] DATA = ascii(",\"data\":");

    private final EventClock clock = new EventClock();
    private final ByteBuffer prefix = ByteBuffer.wrap(PUBLICATION);
    private final Outgoing lines = new Outgoing(CAPACITY);
    private final Outgoing ids = new Outgoing(CAPACITY);
    private long offset;

    /** The position of the last event. */
    String head() {
        return "bare:" + offset;
    }

    /** Whether an event fits in beside what is there. */
    boolean hasRoom(ByteBuffer publication) {
        return lines.room() >= publication.remaining() + LARGEST_ADDITION;
    }

    /**
     * Takes {@code {"type":"bench","data":…}}; the data is passed on as it is.
     *
     * @throws IOException if it doesn't have this form
     */
    void add(ByteBuffer publication) throws IOException {
        if (publication.mismatch(prefix) != PUBLICATION.length || publication.get(publication.limit() - 1) != '}') {
            throw new IOException("no publication");
        }
        offset++;
        byte[] id = ascii(head());
        ids.put(id);
        ids.put('\n');
        lines.put(ID);
        lines.put(id);
        lines.put(TYPE);
        lines.put(ascii(Long.toString(clock.micros())));
        lines.put(DATA);
        lines.put(publication.position(PUBLICATION.length));
        lines.put('\n');
    }

    boolean isEmpty() {
        return lines.length() == 0;
    }

    /** The events, one a line. */
    Outgoing lines() {
        return lines;
    }

    /** Their ids, one a line. */
    Outgoing ids() {
        return ids;
    }

    void clear() {
        lines.clear();
        ids.clear();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
