package dev.pushlab.log;

import java.time.Duration;

/** The bounded, ordered store of a topic's recent events that every strategy reads. */
public interface EventLog {

    /** A batch ends at this many characters of data, so that one answer fits what a socket buffers. */
    int BATCH_CHARS = 256 * 1024;

    String topic();

    /** Stores an event under the next offset; never waits for a reader. */
    Event append(Publication publication, long dueAt);

    /**
     * What comes after a position, at once.
     *
     * @param limit the most events to return, 1 or more; fewer come where they are large
     */
    Batch read(Position after, int limit);

    /**
     * What comes after a position, as soon as there is something; an empty batch after the timeout.
     *
     * @param limit as for {@link #read}
     */
    Batch await(Position after, int limit, Duration timeout) throws InterruptedException;

    /** The position of the newest event. */
    Position head();

    /** The position just before the oldest event that is held. */
    Position beginning();

    /**
     * Where a client starts.
     *
     * @param after a position, {@code earliest}, {@code latest}, or {@code null} for {@code latest}
     * @throws RefusedException if it is none of these
     */
    default Position start(String after) {
        if (after == null || after.isEmpty() || after.equals("latest")) {
            return head();
        }
        return after.equals("earliest") ? beginning() : Position.parse(after);
    }
}
