package dev.pushlab.bench;

import java.io.IOException;

/** One side of a conversation over a socket. */
@FunctionalInterface
public interface Talk {

    void run() throws IOException;

    /** Talks on a thread of its own, until one side has gone or the test is over. */
    static void start(Talk talk) {
        var thread = new Thread(() -> {
            try {
                talk.run();
            } catch (IOException e) {
                // one side has gone, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
