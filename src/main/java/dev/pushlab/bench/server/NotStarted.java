package dev.pushlab.bench.server;

/** There is no server to be measured. */
public final class NotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotStarted(String message) {
        super(message);
    }

    NotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
