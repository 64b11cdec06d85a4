package dev.pushlab.strategy;

import dev.pushlab.log.Position;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request that waits for the next batch. */
public final class Waiter implements Reader {

    /** Where the answer goes; exactly one of the methods is called, once, on any thread. */
    public interface Answer {

        void batch(Delivery delivery);

        /** There will be no batch: the server ends. */
        void closing(String reason);

        void abort();
    }

    private final Pump pump;
    private final Tally tally;
    private final Position after;
    private final int limit;
    private final Answer answer;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(Pump pump, Tally tally, Position after, int limit, Answer answer) {
        this.pump = pump;
        this.tally = tally;
        this.after = after;
        this.limit = limit;
        this.answer = answer;
    }

    @Override
    public void wake() {
        if (over.get()) {
            return;
        }
        Delivery delivery = pump.after(after);
        if (delivery == null) {
            return;
        }
        if (delivery.events() > limit) {
            delivery = Delivery.of(pump.log().read(after, limit));
        }
        if (leave()) {
            tally.delivered(delivery.batch());
            answer.batch(delivery);
        }
    }

    @Override
    public void tick(long now) {
        // The container keeps the request's time.
    }

    @Override
    public void close(String reason) {
        if (leave()) {
            tally.dropped(reason);
            answer.closing(reason);
        }
    }

    @Override
    public void abort() {
        if (leave()) {
            answer.abort();
        }
    }

    /**
     * Waits no more.
     *
     * @return whether the answer has not been given, and now never will be by this waiter
     */
    public boolean leave() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        pump.leave(this);
        tally.ended();
        return true;
    }
}
