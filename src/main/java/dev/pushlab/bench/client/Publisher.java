package dev.pushlab.bench.client;

import dev.pushlab.log.Position;
import java.util.concurrent.CompletableFuture;

/** Sends events to one topic over one connection, without waiting for the answers to earlier ones. */
public interface Publisher extends AutoCloseable {

    /**
     * Sends an event now, from any thread; events are published in the order of the calls.
     *
     * <p>If the connection is lost, all that is unanswered fails, published or not; the next call connects anew.
     *
     * @param json {@code {"type":…,"data":…}}
     * @return the event's position, or an {@link java.io.IOException} that says why it wasn't published; completed on the
     *     publishers' event loop, where nobody may take his time
     */
    CompletableFuture<Position> publish(String json);

    /** Closes the connection, for good. */
    @Override
    void close();
}
