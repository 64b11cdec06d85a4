package dev.pushlab.bench.client;

import java.time.Duration;

/** Speaks one strategy over the wire, as any client in the field would; knows the server by its contract only. */
public interface Client {

    /** The strategy's id; where SockJS carries STOMP, {@code sockjs-} and the transport's name. */
    String id();

    /** The strategy that the server counts this client under; the same as the id but for SockJS. */
    default String strategy() {
        return id();
    }

    /** Whether {@link Subscription#publish} works. */
    default boolean twoWay() {
        return false;
    }

    /** Whether the server connects to the client, which only one on the same machine can do. */
    default boolean callsBack() {
        return false;
    }

    /**
     * Connects and reads from a position on. Returns at once; whatever happens is told to the listener, on one event
     * loop thread for all of a subscription's life.
     *
     * @param after {@code epoch:offset}, {@code earliest} or {@code latest}
     */
    Subscription subscribe(Target target, String after, Listener listener);

    /**
     * Somebody who publishes what this client's subscriptions read.
     *
     * @param target its distance doesn't count: publishers are where the server is
     */
    default Publisher publisher(Target target) {
        return new HttpPublisher(target);
    }

    /** How often it looks by itself, however often events happen; zero if it is told of them. */
    default Duration cadence(Target target) {
        return Duration.ZERO;
    }
}
