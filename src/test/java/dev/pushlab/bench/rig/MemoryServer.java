package dev.pushlab.bench.rig;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Counters;
import dev.pushlab.bench.client.Listener;
import dev.pushlab.bench.client.Publisher;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.server.Server;
import dev.pushlab.bench.server.Usage;
import dev.pushlab.log.Position;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server, its clients and its publisher without a network, on a virtual clock, which do as they are told. */
public final class MemoryServer implements Server, Client {

    private static final int WIRE_BYTES = 100;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    public final VirtualTime time = new VirtualTime();

    /** How late each event arrives. */
    public long delayNanos = 1_000_000;

    /** How long the server works on an event, one after the other. */
    public long serviceNanos;

    private long busyUntil;

    /** The event that nobody gets, 0 for none. */
    public long swallowed;

    /** The event that everybody gets twice, 0 for none. */
    public long repeated;

    /** The event that comes after the next, 0 for none. */
    public long overtaken;

    /** How long sending an event keeps the publisher. */
    public long publishNanos;

    /** Where set, clients look only so often. */
    public Duration cadence = Duration.ZERO;

    /** How often they really look. */
    public Duration polled = Duration.ZERO;

    public double serverCpuNanos;
    private final List<Reading> readings = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public Duration cadence(Target target) {
        return cadence;
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        var reading = new Reading(listener, readings.size());
        readings.add(reading);
        listener.opened("mem:" + log.size(), 0);
        return reading;
    }

    @Override
    public Publisher publisher(Target target) {
        return new Publisher() {
            @Override
            public CompletableFuture<Position> publish(String json) {
                log.add(json.replace("{\"type\"", "{\"id\":\"mem:" + (log.size() + 1) + "\",\"type\"")
                        .replace(",\"data\"", ",\"dueAt\":1763612345123456,\"data\""));
                time.pass(publishNanos);
                busyUntil = Math.max(busyUntil, time.nanos()) + serviceNanos;
                long offset = log.size();
                readings.forEach(reading -> reading.published(offset));
                return CompletableFuture.completedFuture(new Position("mem", offset));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public URI url() {
        return URI.create("http://memory");
    }

    @Override
    public String description() {
        return "in memory";
    }

    @Override
    public Usage usage() {
        return new Usage(serverCpuNanos, 0, 0, 1);
    }

    /** 10 KiB a connection. */
    @Override
    public double settledMemory() {
        return 1e6 + readings.size() * 10_240.0;
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void close() {}

    private final class Reading implements Subscription {

        private final Listener listener;
        private final int number;
        private long bytes;

        Reading(Listener listener, int number) {
            this.listener = listener;
            this.number = number;
        }

        void published(long offset) {
            if (offset == swallowed) {
                return;
            }
            long delay = delayNanos + busyUntil - time.nanos() + (offset == overtaken ? SECOND : 0);
            time.after(delay + untilNextLook(), () -> deliver(offset));
            if (offset == repeated) {
                time.after(delay, () -> deliver(offset));
            }
        }

        private long untilNextLook() {
            if (polled.isZero()) {
                return 0;
            }
            long phase = (long) (number * 0.618_033_988_749_895 % 1 * polled.toNanos());
            return polled.toNanos() - Math.floorMod(time.nanos() - phase, polled.toNanos());
        }

        private void deliver(long offset) {
            bytes += WIRE_BYTES;
            var json = Unpooled.copiedBuffer(log.get((int) offset - 1), StandardCharsets.UTF_8);
            listener.event("mem", offset, 1_763_612_345_123_456L, json);
        }

        @Override
        public String position() {
            return "mem:" + log.size();
        }

        @Override
        public void close() {
            listener.closed(0, "closed by the client", null);
        }

        @Override
        public void abort() {
            close();
        }

        @Override
        public void pauseReading() {}

        @Override
        public void resumeReading() {}

        @Override
        public Counters counters() {
            return new Counters(bytes, 0, 0, 1);
        }
    }
}
