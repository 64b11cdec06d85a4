package dev.pushlab.bench.check;

/** A promise can't be tried here; the message says why. */
final class Unsuited extends RuntimeException {

    Unsuited(String reason) {
        super(reason, null, false, false);
    }
}
