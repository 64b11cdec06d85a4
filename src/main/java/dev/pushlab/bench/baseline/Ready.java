package dev.pushlab.bench.baseline;

/** The message that the bench's clients wait for before they take events. */
record Ready(String control, String next, long heartbeatMs) {

    /** @param next the position before the first event that follows */
    Ready(String next) {
        this("ready", next, 0);
    }
}
