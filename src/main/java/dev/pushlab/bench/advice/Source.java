package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a figure comes from. */
public enum Source {
    /** One client saw it. */
    MEASURED,
    /** The cost model says it. */
    MODEL,
    /** It follows from how often the client asks. */
    INTERVAL;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
