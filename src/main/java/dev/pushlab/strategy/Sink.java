package dev.pushlab.strategy;

import java.io.IOException;

/**
 * Where a push strategy writes: one connection.
 *
 * <p>No method waits for the network, and none is called while another is running.
 */
public interface Sink {

    /**
     * Writes what must arrive before anything sent later.
     *
     * @param written to be run once, now or later and on any thread, when the sink can take more; until then nothing else
     *     is sent, so that a slow client holds one delivery and no thread
     * @throws IOException if the client is gone
     */
    void send(Delivery delivery, Runnable written) throws IOException;

    /**
     * Writes the last message and ends the connection politely; called when the sink can take more.
     *
     * @throws IOException if the client is gone
     */
    void end(Delivery last) throws IOException;

    /** Cuts the connection without a word. */
    void abort();

    /**
     * Whether it takes as long as it needs: it is never dropped as too slow, gets events and gaps but no other message,
     * and says itself what was delivered ({@link Tally#delivered(Message)}).
     */
    default boolean isPatient() {
        return false;
    }
}
