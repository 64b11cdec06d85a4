package dev.pushlab.bench;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Listener;
import dev.pushlab.bench.client.Reconnecting;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.stream.LongStream;

/** One client with its ledger and the time when each event arrived. */
final class LoadClient implements Listener {

    final Client client;
    final Ledger ledger = new Ledger();
    private final long[] arrivals;
    final Subscription subscription;
    private long base;
    private String refusal = "";
    volatile boolean opened;
    volatile String ended;

    LoadClient(Client client, int events, Target target, boolean reconnecting) {
        this.client = client;
        arrivals = new long[events];
        subscription = reconnecting
                ? Reconnecting.subscribe(client, target, "latest", this)
                : client.subscribe(target, "latest", this);
    }

    LongStream latencies(LoadPublisher.Published published) {
        int shift = (int) (published.first().offset() - base - 1);
        return LongStream.range(0, published.dues().length)
                .filter(i -> i + shift < arrivals.length && arrivals[(int) i + shift] != 0)
                .map(i -> arrivals[(int) i + shift] - published.dues()[(int) i]);
    }

    @Override
    public void opened(String next, long heartbeatMs) {
        ledger.opened(next);
        if (!opened) {
            base = Position.parse(next).offset();
            opened = true;
        }
    }

    @Override
    public void event(String epoch, long offset, long dueAt, ByteBuf json) {
        long index = offset - base - 1;
        if (index >= 0 && index < arrivals.length && arrivals[(int) index] == 0) {
            arrivals[(int) index] = System.nanoTime();
        }
        // last, since its lock makes the arrival visible to the thread that reads both
        ledger.received(epoch, offset);
    }

    @Override
    public void gap(Gap gap) {
        ledger.gap(gap);
    }

    @Override
    public void refused(int status, String problem, Duration retryAfter) {
        refusal = status + " " + problem + ", retry after " + retryAfter;
    }

    @Override
    public void closed(int code, String reason, Throwable cause) {
        ended = code + " " + reason + (cause == null ? "" : " " + cause) + " " + refusal;
    }

    @Override
    public String toString() {
        return client.id() + (opened ? " opened" : " not opened") + (ended == null ? "" : ", ended: " + ended);
    }
}
