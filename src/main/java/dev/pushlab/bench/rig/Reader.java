package dev.pushlab.bench.rig;

import dev.pushlab.bench.client.Listener;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.log.Gap;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.function.Function;

/** One client of a fleet: its ledger, and when things have happened to it. */
public final class Reader implements Listener {

    private static final long NEVER = Long.MIN_VALUE;

    private final Ledger ledger = new Ledger();
    private final Arrivals arrivals;
    private final Time time;
    private volatile Subscription subscription;
    private volatile boolean opened;
    private volatile String refusal = "";
    private volatile String ended;
    private volatile long brokenAt = NEVER;
    private volatile boolean reopened;
    private volatile long recoveredAt = NEVER;

    Reader(Arrivals arrivals, Time time) {
        this.arrivals = arrivals;
        this.time = time;
    }

    /** Begins, or begins anew. */
    void begin(Function<Listener, Subscription> subscribe) {
        opened = false;
        ended = null;
        subscription = subscribe.apply(this);
    }

    public Subscription subscription() {
        return subscription;
    }

    public Ledger ledger() {
        return ledger;
    }

    boolean isOpened() {
        return opened;
    }

    /** How it ended, {@code null} as long as it stands. */
    String ended() {
        return ended;
    }

    /** From now on its next event behind a new opening is the recovery. */
    public void broken() {
        reopened = false;
        recoveredAt = NEVER;
        brokenAt = time.nanos();
    }

    public boolean recovered() {
        return recoveredAt != NEVER;
    }

    /** Nanoseconds from breaking to recovery. */
    public long recoveryNanos() {
        return recoveredAt - brokenAt;
    }

    @Override
    public void opened(String next, long heartbeatMs) {
        ledger.opened(next);
        opened = true;
        reopened = brokenAt != NEVER;
    }

    @Override
    public void event(String epoch, long offset, long dueAt, ByteBuf json) {
        long now = time.nanos();
        arrivals.arrived(Stamp.read(json), now);
        if (reopened && recoveredAt == NEVER) {
            recoveredAt = now;
        }
        ledger.received(epoch, offset);
    }

    @Override
    public void gap(Gap gap) {
        ledger.gap(gap);
    }

    @Override
    public void refused(int status, String problem, Duration retryAfter) {
        refusal = ", refused: " + status + " " + problem;
    }

    @Override
    public void closed(int code, String reason, Throwable cause) {
        ended = (code == 0 ? "" : code + " ") + reason + (cause == null ? "" : ", " + cause) + refusal;
    }
}
