package dev.pushlab.strategy;

import java.util.concurrent.ThreadFactory;

/** Daemon threads with a name. */
public final class Threads {

    private Threads() {}

    static Thread start(String name, Runnable task) {
        Thread thread = factory(name).newThread(task);
        thread.start();
        return thread;
    }

    public static ThreadFactory factory(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
