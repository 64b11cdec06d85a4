package dev.pushlab.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A place in a topic's log: everything up to and including {@code offset} has been seen.
 *
 * @param epoch the life of the log that the offset belongs to, 1 to 16 of {@code a-z0-9}
 * @param offset 0 (before the first event) or more; events are numbered 1, 2, 3 … without holes
 */
public record Position(String epoch, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9]{1,16}):(0|[1-9][0-9]{0,17})");

    /**
     * Reads the form {@code epoch:offset}.
     *
     * @throws RefusedException if the text has any other form
     */
    @JsonCreator
    public static Position parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw RefusedException.invalid(
                    "invalid-position",
                    RefusedException.quote(text)
                            + " is no position. Use an event's id (epoch:offset, such as k3f9:42), 'earliest' or 'latest'.");
        }
        return new Position(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    /** The position of the same life with another offset. */
    public Position at(long otherOffset) {
        return new Position(epoch, otherOffset);
    }

    @Override
    @JsonValue
    public String toString() {
        return epoch + ":" + offset;
    }
}
