package dev.pushlab.meter.tap;

import java.util.HashSet;
import java.util.Set;

/** The bytes of one strategy, of all its clients or of one page; those still under way are looked up when asked for. */
public final class Traffic {

    /**
     * What was counted since the start.
     *
     * @param in bytes from clients
     * @param out bytes to clients
     * @param requests HTTP requests and handshakes
     */
    public record Sum(long in, long out, long requests) {}

    // Guarded by this.
    private final Set<Tap> open = new HashSet<>();
    private long in;
    private long out;
    private long requests;

    Traffic() {}

    synchronized void enter(Tap tap) {
        open.add(tap);
        requests++;
    }

    /** Takes over what was counted, in one step, so that no sum has it twice or not at all. */
    synchronized void leave(Tap tap, long bytesIn, long bytesOut) {
        open.remove(tap);
        in += bytesIn;
        out += bytesOut;
    }

    synchronized boolean isQuiet() {
        return open.isEmpty();
    }

    public synchronized Sum sum() {
        long sumIn = in;
        long sumOut = out;
        for (Tap tap : open) {
            sumIn += tap.inOfShare();
            sumOut += tap.outOfShare();
        }
        return new Sum(sumIn, sumOut, requests);
    }
}
