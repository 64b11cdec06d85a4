package dev.pushlab.strategy.webhook;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.Position;
import dev.pushlab.strategy.Connection;
import dev.pushlab.strategy.Delivery;
import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Message;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Sink;
import dev.pushlab.strategy.Strategy;
import java.net.URI;
import java.util.Iterator;
import java.util.List;

/**
 * One webhook: a place in a topic's log, and the courier that carries what follows to the receiver.
 *
 * <p>It outlives its connection to the log as a client would: when that is cut, it opens another at its position.
 */
final class Registration implements Sink {

    private static final Encoding<List<Message>> MESSAGES = messages -> messages;

    private final String id;
    private final URI url;
    private final Strategy strategy;
    private final Pumps pumps;
    private final EventLog log;
    private final Courier courier;
    private volatile Position reached;
    private volatile Connection connection;
    private volatile boolean over;

    Registration(String id, URI url, Strategy strategy, Pumps pumps, EventLog log, Position start, Courier courier) {
        this.id = id;
        this.url = url;
        this.strategy = strategy;
        this.pumps = pumps;
        this.log = log;
        this.reached = start;
        this.courier = courier;
    }

    /**
     * Begins to deliver.
     *
     * @param resuming whether it goes on from a position that it was given
     * @throws dev.pushlab.log.RefusedException if the server holds too many connections
     */
    void connect(boolean resuming) {
        Connection opened = pumps.open(strategy, log, reached, resuming, this);
        connection = opened;
        opened.start();
        if (over) {
            opened.gone();
        }
    }

    private void reconnect() {
        try {
            connect(true);
        } catch (RuntimeException e) {
            courier.cut(e.getMessage(), this::reconnect);
        }
    }

    @Override
    public void send(Delivery delivery, Runnable written) {
        deliver(delivery.as(MESSAGES).iterator(), written);
    }

    private void deliver(Iterator<Message> messages, Runnable written) {
        if (!messages.hasNext()) {
            written.run();
            return;
        }
        Message message = messages.next();
        courier.carry(message, () -> {
            reached = message.id();
            pumps.tally(strategy).delivered(message);
            deliver(messages, written);
        });
    }

    @Override
    public void end(Delivery last) {
        abort();
    }

    @Override
    public void abort() {
        courier.cut("The connection was cut", this::reconnect);
    }

    @Override
    public boolean isPatient() {
        return true;
    }

    /** Ends with the attempt that is under way. */
    void finish() {
        courier.finish();
    }

    /** Ends at once. */
    void stop() {
        over = true;
        courier.stop();
        Connection last = connection;
        if (last != null) {
            last.gone();
        }
    }

    WebhookStatus status() {
        return WebhookStatus.of(id, url, log, reached, courier.report());
    }
}
