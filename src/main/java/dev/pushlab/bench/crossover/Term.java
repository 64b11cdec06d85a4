package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a cost grows with; a cost is a sum of terms, each times a coefficient that is not negative.
 *
 * <p>In the ids, {@code T} is the poll interval in seconds.
 */
public enum Term {
    /** The server by itself, whatever it serves. */
    SERVER("1", "the server by itself, a second", point -> 1),
    /** A connection or a waiting request that is kept: heartbeats, waits that end with nothing. */
    CLIENT("clients", "a client kept waiting, a second", Point::clients),
    /** An event taken in and encoded, once for all clients. */
    EVENT("rate", "an event published", Point::rate),
    /** An event given to one client. */
    DELIVERY("clients*rate", "an event delivered", Point::deliveries),
    /** An event's data given to one client. */
    PAYLOAD("clients*rate*size", "a byte of data delivered", point -> point.deliveries() * point.size()),
    /** A poll, also one that brings nothing. */
    POLL("clients*polls", "a poll", point -> point.clients() * pollsPerSecond(point)),
    /** What a poll costs more if it brings something. */
    ANSWER(
            "clients*min(rate,polls)",
            "a poll that brings something, on top",
            point -> point.clients() * Math.min(point.rate(), pollsPerSecond(point)));

    /** The events in a full answer; after one, a client asks again at once. */
    private static final double FULL_ANSWER = 100;

    private final String id;
    private final String title;
    private final ToDoubleFunction<Point> amount;

    Term(String id, String title, ToDoubleFunction<Point> amount) {
        this.id = id;
        this.title = title;
        this.amount = amount;
    }

    /** The terms of a strategy's cost, few enough for the runs of {@link Design}. */
    static List<Term> of(String strategy, Resource resource) {
        boolean polls = polls(strategy);
        return switch (resource) {
            case CPU -> polls ? List.of(SERVER, POLL, ANSWER, DELIVERY) : List.of(SERVER, CLIENT, EVENT, DELIVERY);
            case BYTES -> polls ? List.of(POLL, ANSWER, DELIVERY, PAYLOAD) : List.of(CLIENT, DELIVERY, PAYLOAD);
            case REQUESTS -> polls ? List.of(POLL) : List.of(CLIENT, DELIVERY);
        };
    }

    /** Whether each event takes a request, which waits for it. */
    static boolean asks(String strategy) {
        return strategy.equals("long-polling") || strategy.equals("sockjs-xhr-polling");
    }

    /** Whether the interval between requests is the client's choice. */
    static boolean polls(String strategy) {
        return strategy.equals("polling");
    }

    @JsonValue
    public String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** How much of it there is a second under a load. */
    double amount(Point point) {
        return amount.applyAsDouble(point);
    }

    /** A client's polls a second. */
    private static double pollsPerSecond(Point point) {
        return Math.max(1 / point.pollInterval(), point.rate() / FULL_ANSWER);
    }

    @JsonCreator
    static Term of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
