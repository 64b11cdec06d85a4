package dev.pushlab.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which way the bytes go that a toxic acts on. */
enum Direction {
    /** From the client to the server. */
    @JsonProperty("upstream")
    UPSTREAM,
    /** From the server to the client. */
    @JsonProperty("downstream")
    DOWNSTREAM;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
