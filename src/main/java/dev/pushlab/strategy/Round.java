package dev.pushlab.strategy;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One walk over all readers of a topic; several threads share it. */
final class Round implements Runnable {

    private static final Logger logger = LoggerFactory.getLogger(Round.class);

    /** How many readers a thread takes at a time. */
    static final int STRIDE = 16;

    private final Reader[] readers;
    private final AtomicInteger next = new AtomicInteger();

    Round(Reader[] readers) {
        this.readers = readers;
    }

    private static void wake(Reader reader) {
        try {
            reader.wake();
        } catch (RuntimeException e) {
            // Whatever is wrong with this one, the others have their turn.
            logger.debug("A reader failed", e);
            reader.abort();
        }
    }

    @Override
    public void run() {
        int from;
        while ((from = next.getAndAdd(STRIDE)) < readers.length) {
            int to = Math.min(from + STRIDE, readers.length);
            for (int i = from; i < to; i++) {
                wake(readers[i]);
            }
        }
    }
}
