package dev.pushlab.bench.check;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a promise was kept. */
enum Verdict {
    PASS("pass"),
    FAIL("fail"),
    NOT_APPLICABLE("not applicable");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    @JsonValue
    String id() {
        return id;
    }
}
