package dev.pushlab.strategy;

import dev.pushlab.log.RefusedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong, as RFC 9457 describes it, for strategies whose answers are no HTTP responses.
 *
 * @param type a stable URN
 * @param detail a sentence that says what to do
 */
public record Problem(String type, String title, int status, String detail) {

    public static final String TYPE_PREFIX = "urn:push-lab:problem:";

    public static Problem of(RefusedException refusal) {
        return of(refusal.type(), refusal.status(), refusal.getMessage());
    }

    /** A problem whose title follows from its type: {@code invalid-position} becomes "Invalid position". */
    public static Problem of(String type, int status, String detail) {
        String title = Character.toUpperCase(type.charAt(0)) + type.substring(1).replace('-', ' ');
        return new Problem(TYPE_PREFIX + type, title, status, detail);
    }

    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
