package dev.pushlab.bench.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Whose code serves a strategy. */
public enum Implementation {
    /** Push Lab's own. */
    PUSH_LAB("push-lab"),
    /** What tutorials show, with the framework's defaults. */
    TEXTBOOK("textbook"),
    /** The floor: a socket write and nothing else. */
    BARE("bare");

    private final String id;

    Implementation(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    @JsonCreator
    static Implementation of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
