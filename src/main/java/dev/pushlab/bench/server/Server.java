package dev.pushlab.bench.server;

import java.net.URI;

/** A server to be measured. */
public interface Server extends AutoCloseable {

    URI url();

    /** What it is: version and JVM as far as they are known. */
    String description();

    /** What it has used so far. */
    Usage usage();

    /** Bytes of heap after a collection and of direct buffers; {@code NaN} where that can't be known. */
    double settledMemory();

    /** Whether it shares this machine's processors with its clients. */
    boolean local();

    /** Stops it, if it was started for the bench. */
    @Override
    void close();
}
