package dev.pushlab.log;

import java.time.Duration;

/** Says why a request can't be served, in words that tell the client what to do. */
public class RefusedException extends RuntimeException {

    private final String type;
    private final int status;
    private final transient Duration retryAfter;

    private RefusedException(String type, int status, Duration retryAfter, String detail) {
        super(detail, null, false, false);
        this.type = type;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The request can never succeed as it is (400). */
    public static RefusedException invalid(String type, String detail) {
        return new RefusedException(type, 400, null, detail);
    }

    /** What the request is about does not exist, or no longer (404). */
    public static RefusedException unknown(String type, String detail) {
        return new RefusedException(type, 404, null, detail);
    }

    /** The request's body is larger than the server takes (413). */
    public static RefusedException tooLarge(int maxBytes) {
        return new RefusedException(
                "too-large", 413, null, "The body is larger than " + maxBytes / 1024 + " KiB. Send less at once.");
    }

    /** One more is over a limit (429). */
    public static RefusedException limit(String type, String detail) {
        return new RefusedException(type, 429, Duration.ofSeconds(5), detail);
    }

    /** What is needed to serve it is out of reach (503). */
    public static RefusedException unavailable(String type, Duration retryAfter, String detail) {
        return new RefusedException(type, 503, retryAfter, detail);
    }

    /** A stable name for the kind of refusal. */
    public String type() {
        return type;
    }

    /** The status that HTTP answers with. */
    public int status() {
        return status;
    }

    /** How long to wait before the next try; {@code null} where trying again is no use. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** A client's text, short enough to be quoted in an answer. */
    public static String quote(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
