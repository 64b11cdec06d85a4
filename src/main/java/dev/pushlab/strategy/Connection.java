package dev.pushlab.strategy;

import dev.pushlab.log.Position;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cursor on the log and the sink that it feeds.
 *
 * <p>Any thread may wake it; one at a time does the work, and the others' calls make that one look again. So replay and
 * live delivery are one loop, and nothing can slip between them.
 */
public final class Connection implements Reader {

    private static final Logger logger = LoggerFactory.getLogger(Connection.class);
    private static final Delivery HEARTBEAT = Delivery.of(Message.HEARTBEAT);

    /** Deliveries in a row before the others have their turn. */
    private static final int TURNS = 8;

    private final Pump pump;
    private final Pumps pumps;
    private final Tally tally;
    private final Sink sink;
    private final Runnable written = this::written;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean inFlight;
    private volatile long sentAt;
    private volatile long nextHeartbeat;
    private volatile boolean heartbeatDue;
    private volatile String closeReason;
    private volatile boolean abortAsked;

    // Written only by the thread that does the work.
    private boolean greeted;
    private volatile Position cursor;

    /** Where the client is: the cursor is ahead of it by what is in flight. */
    private volatile Position taken;

    Connection(Pumps pumps, Pump pump, Tally tally, Position start, Sink sink) {
        this.pumps = pumps;
        this.pump = pump;
        this.tally = tally;
        this.cursor = start;
        this.taken = start;
        this.sink = sink;
        this.greeted = sink.isPatient();
    }

    /** Sends {@code ready} (not to a patient sink), then whatever the log holds, then whatever comes. */
    public void start() {
        nextHeartbeat = System.nanoTime() + pumps.heartbeatNanos();
        pump.join(this);
        wake();
        if (pumps.isClosing()) {
            close("shutdown");
        }
    }

    @Override
    public void wake() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int answered = 1;
        do {
            work();
            answered = calls.addAndGet(-answered);
        } while (answered != 0);
    }

    private void work() {
        try {
            for (int turn = 0; !over.get(); turn++) {
                if (abortAsked) {
                    gone();
                    sink.abort();
                    return;
                }
                if (inFlight) {
                    return;
                }
                if (closeReason != null) {
                    gone();
                    sink.end(Delivery.of(pumps.closing(closeReason)));
                    return;
                }
                if (turn == TURNS) {
                    pump.later(this);
                    return;
                }
                Delivery next = next();
                if (next == null) {
                    return;
                }
                sentAt = System.nanoTime();
                inFlight = true;
                sink.send(next, written);
            }
        } catch (IOException | RuntimeException e) {
            logger.debug("A client is gone", e);
            gone();
            sink.abort();
        }
    }

    private Delivery next() {
        if (!greeted) {
            greeted = true;
            return Delivery.of(pumps.ready(cursor));
        }
        if (heartbeatDue) {
            heartbeatDue = false;
            return HEARTBEAT;
        }
        Delivery delivery = pump.after(cursor);
        if (delivery != null) {
            cursor = delivery.next();
            if (!sink.isPatient()) {
                tally.delivered(delivery.batch());
            }
        }
        return delivery;
    }

    private void written() {
        taken = cursor;
        inFlight = false;
        wake();
    }

    @Override
    public void tick(long now) {
        if (sink.isPatient()) {
            return;
        }
        if (inFlight) {
            if (now - sentAt > pumps.tooSlowNanos()) {
                tally.dropped("too-slow");
                abort();
            }
        } else if (now - nextHeartbeat >= 0) {
            nextHeartbeat = now + pumps.heartbeatNanos();
            heartbeatDue = true;
            wake();
        }
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public long lag() {
        return Math.max(0, pump.log().head().offset() - taken.offset());
    }

    /** Ends the connection with a {@code closing} message, as soon as the client has taken what was sent before. */
    @Override
    public void close(String reason) {
        if (!over.get()) {
            tally.dropped(reason);
            closeReason = reason;
            wake();
        }
    }

    @Override
    public void abort() {
        abortAsked = true;
        wake();
    }

    /** Says that the client, or its connection, is no more. */
    public void gone() {
        if (over.compareAndSet(false, true)) {
            pump.leave(this);
            tally.ended();
        }
    }
}
