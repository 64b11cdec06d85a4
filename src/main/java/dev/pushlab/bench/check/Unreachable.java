package dev.pushlab.bench.check;

/** There is nothing to check at the address. */
final class Unreachable extends RuntimeException {

    Unreachable(String message) {
        super(message, null, false, false);
    }
}
