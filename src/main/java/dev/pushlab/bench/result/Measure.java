package dev.pushlab.bench.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** What is measured; the id stands for it in every format. */
public enum Measure {
    DELIVERIES("deliveriesPerSecond", "deliveries/s", Unit.PER_SECOND, Better.HIGHER),
    P50("latencyP50", "p50", Unit.MILLISECONDS, Better.LOWER),
    P90("latencyP90", "p90", Unit.MILLISECONDS, Better.LOWER),
    P99("latencyP99", "p99", Unit.MILLISECONDS, Better.LOWER),
    P999("latencyP999", "p99.9", Unit.MILLISECONDS, Better.LOWER),
    MAX("latencyMax", "max", Unit.MILLISECONDS, Better.LOWER),
    /** On the wire, per delivered event, at the client's socket: framing, heads, heartbeats and empty answers too. */
    BYTES_DOWN("bytesDownPerEvent", "bytes down/event", Unit.BYTES, Better.LOWER),
    BYTES_UP("bytesUpPerEvent", "bytes up/event", Unit.BYTES, Better.LOWER),
    /** Of all bytes in both directions, those that are the events' data. */
    PAYLOAD_SHARE("payloadShare", "payload", Unit.SHARE, Better.HIGHER),
    REQUESTS("requestsPerEvent", "requests/event", Unit.COUNT, Better.LOWER),
    /** Of all the server's threads but the just-in-time compiler's, where that can be told apart. */
    SERVER_CPU("serverCpuPerEvent", "server CPU/event", Unit.MICROSECONDS, Better.LOWER),
    /** The server's CPU time as a multiple of what the bare socket write took in the same repeat. */
    FLOOR_MULTIPLE("floorMultiple", "× floor", Unit.MULTIPLE, Better.LOWER),
    /** CPU time of the server's just-in-time compiler in the window, on top: a sign of how warm the server was. */
    COMPILER("compilerCpuPerEvent", "JIT CPU/event", Unit.MICROSECONDS, Better.LOWER),
    ALLOCATION("allocationPerEvent", "heap allocated/event", Unit.BYTES, Better.LOWER),
    /** Heap after a collection and direct buffers: the slope over four numbers of clients. */
    MEMORY("memoryPerConnection", "memory/connection", Unit.KILOBYTES, Better.LOWER),
    THREADS("threads", "threads", Unit.COUNT, Better.LOWER),
    CONNECT("connectAll", "connect all", Unit.MILLISECONDS, Better.LOWER),
    CLIENT_CPU("clientCpuPerEvent", "client CPU/event", Unit.MICROSECONDS, Better.LOWER),
    /** From the breaking of its connection to a client's next event. */
    RECOVERY_P50("recoveryP50", "recovery p50", Unit.MILLISECONDS, Better.LOWER),
    RECOVERY_P99("recoveryP99", "recovery p99", Unit.MILLISECONDS, Better.LOWER),
    /** From the moment that everybody reconnects until the last has what was published meanwhile. */
    CATCH_UP("catchUp", "all caught up", Unit.MILLISECONDS, Better.LOWER),
    /** What the others' p99 becomes when some clients take nothing, as a multiple of what it was. */
    SLOW_EFFECT("slowEffect", "others' p99", Unit.MULTIPLE, Better.LOWER),
    IDLE_CPU("idleCpuPerMinute", "CPU/minute", Unit.MILLISECONDS, Better.LOWER),
    /** In both directions, per client. */
    IDLE_BYTES("idleBytesPerMinute", "bytes/minute, client", Unit.BYTES, Better.LOWER),
    /** The highest rate tried at which p99 stayed below one second. */
    SATURATION("saturationRate", "events/s before p99 > 1 s", Unit.PER_SECOND, Better.HIGHER),
    /** From the death of all clients until the server counts none of them. */
    NOTICE("noticeDeath", "all dead noticed", Unit.SECONDS, Better.LOWER);

    /** Which way is better. */
    public enum Better {
        LOWER,
        HIGHER
    }

    private final String id;
    private final String title;
    private final Unit unit;
    private final Better better;

    Measure(String id, String title, Unit unit, Better better) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.better = better;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** A few words for people. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** @throws NoSuchElementException if there is no such measure */
    @JsonCreator
    public static Measure of(String id) {
        return Arrays.stream(values())
                .filter(measure -> measure.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("'" + id + "' is no measure"));
    }
}
