package dev.pushlab.bench.client;

/** One client's reading of one topic; safe to use from any thread. */
public interface Subscription {

    /**
     * Where to go on from: the position of the last event told, or the one that {@code ready}, a gap or an empty answer
     * gave. Until the first of these, what {@link Client#subscribe} was called with.
     */
    String position();

    /** Leaves politely: closing handshake (RFC 6455 section 7.1.2), STOMP DISCONNECT, then FIN. */
    void close();

    /** Leaves rudely: a reset, as if the machine had died; only a webhook is deleted all the same, or it would stay. */
    void abort();

    /**
     * Publishes over this connection; the answer comes as control {@code accepted} or {@code rejected}, on STOMP the
     * latter as a refusal. Not before {@link Listener#opened}: that would end the subscription.
     *
     * @param json {@code {"ref":…,"type":…,"data":…}}
     * @throws UnsupportedOperationException if the strategy has one direction only
     */
    default void publish(String json) {
        throw new UnsupportedOperationException("this strategy doesn't publish");
    }

    /**
     * Stops taking bytes from the socket, so that they pile up in the kernel and then at the server; a webhook's
     * deliveries, which share their sockets, are left unanswered instead.
     */
    void pauseReading();

    void resumeReading();

    Counters counters();
}
