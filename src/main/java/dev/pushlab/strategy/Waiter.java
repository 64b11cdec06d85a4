package dev.pushlab.strategy;

import dev.pushlab.log.Position;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request that waits for the next batch. */
public final class Waiter implements Reader {

    /** Where the answer goes; exactly one of the methods is called, once, on any thread. */
    public interface Answer {

        void batch(Delivery delivery);

        /** The time is over, and there was none. */
        void nothing();

        /** There will be none: the server ends. */
        void closing();

        void abort();
    }

    private final Pump pump;
    private final Tally tally;
    private final Position after;
    private final int limit;
    private final long deadline;
    private final Answer answer;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(Pump pump, Tally tally, Position after, Pull pull, Answer answer) {
        this.pump = pump;
        this.tally = tally;
        this.after = after;
        this.limit = pull.limit();
        this.deadline = System.nanoTime() + pull.patience().toNanos();
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
        if (now - deadline >= 0 && leave()) {
            answer.nothing();
        }
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public long lag() {
        return 0; // it would have been answered
    }

    @Override
    public void close(String reason) {
        if (leave()) {
            tally.dropped(reason);
            answer.closing();
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
