package dev.pushlab.strategy;

import java.util.concurrent.atomic.AtomicInteger;

/** One walk over all readers of a topic; several threads share it. */
final class Round implements Runnable {

    /** How many readers a thread takes at a time. */
    static final int STRIDE = 16;

    private final Reader[] readers;
    private final AtomicInteger next = new AtomicInteger();

    Round(Reader[] readers) {
        this.readers = readers;
    }

    @Override
    public void run() {
        int from;
        while ((from = next.getAndAdd(STRIDE)) < readers.length) {
            int to = Math.min(from + STRIDE, readers.length);
            for (int i = from; i < to; i++) {
                readers[i].wake();
            }
        }
    }
}
