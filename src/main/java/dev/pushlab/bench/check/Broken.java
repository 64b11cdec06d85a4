package dev.pushlab.bench.check;

/** A promise isn't kept; the message says what was seen instead. */
final class Broken extends RuntimeException {

    Broken(String seen) {
        super(seen, null, false, false);
    }
}
