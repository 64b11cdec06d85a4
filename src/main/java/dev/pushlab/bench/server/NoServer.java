package dev.pushlab.bench.server;

/** There is no server to be measured. */
public final class NoServer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoServer(String message) {
        super(message);
    }

    NoServer(String message, Throwable cause) {
        super(message, cause);
    }
}
