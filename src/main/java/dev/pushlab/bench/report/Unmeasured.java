package dev.pushlab.bench.report;

/** Thrown where a claim can't be judged; the message says what is missing. */
final class Unmeasured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unmeasured(String message) {
        super(message, null, false, false);
    }
}
