package dev.pushlab.bench.rig;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Counters;
import dev.pushlab.bench.client.Reconnecting;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.log.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Many clients of one strategy. */
public final class Fleet implements AutoCloseable {

    private static final Duration CONNECT_BOUND = Duration.ofMinutes(2);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(10);

    private final Client client;
    private final Target target;
    private final Arrivals arrivals;
    private final Time time;
    private final boolean persistent;
    private final List<Reader> readers = new ArrayList<>();
    private long connectNanos;

    /** @param persistent whether clients come back when they lose their connection */
    Fleet(Client client, Target target, Arrivals arrivals, Time time, boolean persistent) {
        this.client = client;
        this.target = target;
        this.arrivals = arrivals;
        this.time = time;
        this.persistent = persistent;
    }

    /** Connects more clients until there are so many; returns when all stand, or some don't within two minutes. */
    public void grow(int size) throws InterruptedException {
        long begun = time.nanos();
        while (readers.size() < size) {
            var reader = new Reader(arrivals, time);
            subscribe(reader, "latest");
            readers.add(reader);
        }
        awaitOpen();
        connectNanos += time.nanos() - begun;
    }

    /** Subscribes everybody anew who has ended, from the position that each had come to; returns as {@link #grow} does. */
    public void comeBack() throws InterruptedException {
        for (var reader : readers) {
            String position = reader.subscription().position();
            subscribe(reader, position);
        }
        awaitOpen();
    }

    private void awaitOpen() throws InterruptedException {
        time.await(
                CONNECT_BOUND, () -> readers.stream().allMatch(reader -> reader.isOpened() || reader.ended() != null));
    }

    private void subscribe(Reader reader, String after) {
        reader.begin(listener -> persistent
                ? Reconnecting.subscribe(client, target, after, listener)
                : client.subscribe(target, after, listener));
    }

    public List<Reader> readers() {
        return readers;
    }

    public int size() {
        return readers.size();
    }

    /** How many stand. */
    public int standing() {
        return (int) readers.stream()
                .filter(reader -> reader.isOpened() && reader.ended() == null)
                .count();
    }

    /** How the first ended that shouldn't have; empty if all stand. */
    String firstEnd() {
        return readers.stream()
                .map(Reader::ended)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** How long connecting has taken in all. */
    Duration connectTime() {
        return Duration.ofNanos(connectNanos);
    }

    public Counters counters() {
        return readers.stream().map(reader -> reader.subscription().counters()).reduce(Counters.NONE, Counters::plus);
    }

    /** All ledgers' sums. */
    public Ledger.Line ledger(Position last) {
        return readers.stream().map(reader -> reader.ledger().line(last)).reduce(Ledger.Line.NONE, Ledger.Line::plus);
    }

    /** Whether nobody misses anything up to a position. */
    public boolean hasAll(Position last) {
        return readers.stream().allMatch(reader -> reader.ledger().line(last).lost() == 0);
    }

    /** Ends all clients rudely, and returns when they have ended. */
    public void abort() throws InterruptedException {
        readers.forEach(reader -> reader.subscription().abort());
        awaitEnd();
    }

    /** Breaks the connections of clients that come back by themselves. */
    public void drop() {
        for (var reader : readers) {
            reader.broken();
            ((Reconnecting) reader.subscription()).drop();
        }
    }

    private void awaitEnd() throws InterruptedException {
        time.await(CLOSE_BOUND, () -> readers.stream().allMatch(reader -> reader.ended() != null));
    }

    @Override
    public void close() {
        readers.forEach(reader -> reader.subscription().close());
        try {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
