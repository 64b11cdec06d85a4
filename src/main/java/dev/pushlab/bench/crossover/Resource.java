package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pushlab.bench.writing.Numbers;
import java.util.Arrays;

/** What a strategy costs the server, each as an amount a second. */
public enum Resource {
    /** The server's CPU, in microseconds a second: a million is one core. */
    CPU("cpuMicrosPerSecond", "server CPU", " µs"),
    /** On the wire at the clients' sockets, in both directions. */
    BYTES("bytesPerSecond", "bytes", " B"),
    REQUESTS("requestsPerSecond", "requests", "");

    private final String id;
    private final String title;
    private final String unit;

    Resource(String id, String title, String unit) {
        this.id = id;
        this.title = title;
        this.unit = unit;
    }

    @JsonValue
    public String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** An amount with three digits and the unit. */
    String shown(double amount) {
        return Numbers.rounded(amount, 3) + unit;
    }

    @JsonCreator
    static Resource of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
