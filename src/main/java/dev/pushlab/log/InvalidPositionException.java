package dev.pushlab.log;

/** Says that a client's text is no position. */
public class InvalidPositionException extends IllegalArgumentException {

    InvalidPositionException(String text) {
        super("'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
                + "' is no position. Use epoch:offset as in an event's id (k3f9:42), 'earliest' or 'latest'.");
    }
}
