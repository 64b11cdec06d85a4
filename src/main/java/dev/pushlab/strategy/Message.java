package dev.pushlab.strategy;

import dev.pushlab.log.Event;
import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;

/**
 * What a stream carries: an event, or a control message, which means the same on every strategy.
 *
 * @param control the control message's name, {@code null} for an event
 * @param id the position that a client has reached with this message, {@code null} if it does not move
 * @param json the message as one line of JSON
 * @param retryMs how long to wait before reconnecting, in milliseconds; 0 where the message says nothing of it
 */
public record Message(String control, Position id, String json, long retryMs) {

    static final Message HEARTBEAT = control("heartbeat", null, "", 0);

    static Message event(Event event) {
        return new Message(null, event.id(), event.json(), 0);
    }

    /** The first message of every stream: the cursor before the first delivery. */
    static Message ready(Position next, long heartbeatMs, long retryMs) {
        return control("ready", next, ",\"next\":\"" + next + "\",\"heartbeatMs\":" + heartbeatMs, retryMs);
    }

    static Message gap(Gap gap) {
        Position before = gap.resumesAt().at(gap.resumesAt().offset() - 1);
        return control("gap", before, "," + gap.fields(), 0);
    }

    /** The last message of a stream that the server ends. */
    public static Message closing(String reason, long retryAfterMs) {
        return control(
                "closing", null, ",\"reason\":\"" + reason + "\",\"retryAfterMs\":" + retryAfterMs, retryAfterMs);
    }

    /**
     * Answers a publication.
     *
     * @param ref what the client called it, as a JSON value; {@code null} if it gave it no name
     */
    public static Message accepted(String ref, Position id) {
        return control("accepted", null, ",\"ref\":" + ref + ",\"id\":\"" + id + "\"", 0);
    }

    /** Answers a publication that takes no offset; see {@link #accepted} for {@code ref}. */
    public static Message rejected(String ref, Problem problem) {
        return control("rejected", null, ",\"ref\":" + ref + ",\"problem\":" + problem.json(), 0);
    }

    private static Message control(String name, Position id, String fields, long retryMs) {
        return new Message(name, id, "{\"control\":\"" + name + "\"" + fields + "}", retryMs);
    }
}
