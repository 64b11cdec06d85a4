package dev.pushlab.bench.check;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A topic of our own, and all that we have published to it, in order. */
final class Topic {

    private final Server server;
    private final String name;
    private final List<Published> published = new CopyOnWriteArrayList<>();

    Topic(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    Published publish(String data) throws InterruptedException {
        var event = server.publish(name, data);
        published.add(event);
        return event;
    }

    /** An event that got here in another way. */
    void add(Published event) {
        published.add(event);
    }

    List<Published> published() {
        return List.copyOf(published);
    }

    /** What lies behind a position; all if the position is none of ours. */
    List<Published> after(String position) {
        var all = published();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).id().equals(position)) {
                return all.subList(i + 1, all.size());
            }
        }
        return all;
    }
}
