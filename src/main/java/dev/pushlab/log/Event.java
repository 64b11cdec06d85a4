package dev.pushlab.log;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * One thing that happened.
 *
 * @param id its position
 * @param type what kind of thing, 1 to 64 of {@code A-Za-z0-9._-}
 * @param dueAt when the schedule, or the accepted request, says that it happened; microseconds since the Unix epoch
 * @param data any JSON value, as text without line breaks
 */
public record Event(
        Position id, String type, long dueAt, @JsonRawValue String data) {

    /** The event as one line of JSON, the same on every strategy. */
    public String json() {
        return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"dueAt\":" + dueAt + ",\"data\":" + data + "}";
    }
}
