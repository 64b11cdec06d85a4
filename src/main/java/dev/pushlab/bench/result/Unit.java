package dev.pushlab.bench.result;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a measure is counted in. */
public enum Unit {
    PER_SECOND("1/s"),
    MILLISECONDS("ms"),
    SECONDS("s"),
    MICROSECONDS("µs"),
    BYTES("B"),
    /** Of 1,024 bytes. */
    KILOBYTES("KB"),
    /** Per cent, 0 to 100. */
    SHARE("%"),
    MULTIPLE("×"),
    COUNT("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** As written behind a number; empty for plain counts. */
    @JsonValue
    public String symbol() {
        return symbol;
    }
}
