package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads {@code {"events":[…],"next":"…","gap":…}}.
 *
 * <p>Delivers in the order in which things happened: the gap stands last in the text, but lies before the events.
 */
final class BatchReader {

    private final Inbox inbox;
    private final EventScanner first = new EventScanner();

    /** Where each event begins and ends in the text. */
    private int[] bounds = new int[64];

    private int events;
    private String next;
    private int gapFrom;
    private int gapEnd;

    BatchReader(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Tells the inbox what the batch holds; opens it first if this is the first answer.
     *
     * @return the number of events
     */
    int read(ByteBuf json) {
        parse(json);
        deliver(json);
        return events;
    }

    /** The position before whatever the batch holds; tells the inbox nothing. */
    String start(ByteBuf json) {
        parse(json);
        return start(json, gap(json));
    }

    private void parse(ByteBuf json) {
        events = 0;
        next = null;
        gapFrom = gapEnd = 0;
        int from = json.readerIndex();
        int end = json.writerIndex();
        Json.eachField(json, from, end, (name, start, stop) -> {
            switch (name) {
                case "events" -> Json.eachElement(json, start, stop, this::note);
                case "next" -> next = JsonStrings.unquote(json, start, stop);
                case "gap" -> {
                    boolean none = json.getByte(start) == 'n';
                    gapFrom = none ? 0 : start;
                    gapEnd = none ? 0 : stop;
                }
                default -> {
                    // the contract may grow
                }
            }
        });
        if (next == null) {
            throw new ContractViolation("a batch without next");
        }
    }

    private void deliver(ByteBuf json) {
        var gap = gap(json);
        if (!inbox.opened()) {
            inbox.open(start(json, gap), 0);
        }
        if (gap != null) {
            inbox.gap(gap);
        }
        for (int i = 0; i < events; i++) {
            inbox.message(json, bounds[2 * i], bounds[2 * i + 1]);
        }
        if (events > 0 && !inbox.position().equals(next)) {
            throw new ContractViolation("next is " + next + " after " + inbox.position());
        }
        inbox.moveTo(next);
    }

    /** The gap's fields, {@code null} if there is none. */
    private Map<String, String> gap(ByteBuf json) {
        return gapEnd > 0 ? Json.fields(json, gapFrom, gapEnd) : null;
    }

    private String start(ByteBuf json, Map<String, String> gap) {
        return gap != null ? Json.unquote(gap.getOrDefault("requested", "")) : beforeFirst(json);
    }

    private String beforeFirst(ByteBuf json) {
        if (events == 0) {
            return next;
        }
        if (!first.scan(json, bounds[0], bounds[1])) {
            first.read(Json.fields(json, bounds[0], bounds[1]));
        }
        return first.epoch() + ":" + (first.offset() - 1);
    }

    private void note(int start, int end) {
        if (2 * events + 2 > bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * events] = start;
        bounds[2 * events + 1] = end;
        events++;
    }
}
