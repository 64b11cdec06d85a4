package dev.pushlab.bench.server;

import java.net.URI;
import tools.jackson.databind.json.JsonMapper;

/** How many connections a Push Lab counts for a strategy, by its own account. */
public final class Connections {

    private final Http http;
    private final String strategy;

    public Connections(URI server, String strategy) {
        http = new Http(server);
        this.strategy = strategy;
    }

    /** At this moment. */
    public long count() {
        String stats = http.get("/api/stats");
        if (stats == null) {
            throw new NoServer("the server doesn't tell its connections");
        }
        return JsonMapper.shared()
                .readTree(stats)
                .path("strategies")
                .path(strategy)
                .path("connections")
                .asLong(0);
    }
}
