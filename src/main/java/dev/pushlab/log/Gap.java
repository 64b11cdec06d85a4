package dev.pushlab.log;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The events between what a client asked for and the oldest the log still holds.
 *
 * @param requested the position that the client asked to go on from
 * @param resumesAt the position of the first event that it gets instead
 * @param missed the number of events in between, {@code null} where nobody can know
 */
public record Gap(Position requested, Position resumesAt, Long missed, Reason reason) {

    /** Why the events are gone. */
    public enum Reason {
        /** The log has dropped them to stay within its bounds. */
        EXPIRED,
        /** The position belongs to another life of the log, or to its future. */
        RESTARTED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String json() {
        return "{" + fields() + "}";
    }

    /** The gap's fields without the braces, so that a message can put its own before them. */
    public String fields() {
        return "\"requested\":\"" + requested + "\",\"resumesAt\":\"" + resumesAt + "\",\"missed\":" + missed
                + ",\"reason\":\"" + reason.id() + "\"";
    }
}
