package dev.pushlab.bench.client;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets only so many connections be made at once: more would overflow the server's accept queue, and what Linux drops
 * there comes again after a second at the earliest.
 */
final class Doorway {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Doorway(int width) {
        free = width;
    }

    /** Runs the attempt now or as soon as others have left; each attempt must {@link #leave} once. */
    void enter(Runnable attempt) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(attempt);
                return;
            }
            free--;
        }
        attempt.run();
    }

    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
