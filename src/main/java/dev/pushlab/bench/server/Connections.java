package dev.pushlab.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** How many connections a Push Lab counts for a strategy, by its own account. */
public final class Connections {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final String strategy;

    public Connections(URI server, String strategy) {
        this.strategy = strategy;
        request = HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/$", "") + "/api/stats"))
                .build();
    }

    /** At this moment. */
    public long count() {
        try {
            var stats = http.send(request, HttpResponse.BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(stats.body())
                    .path("strategies")
                    .path(strategy)
                    .path("connections")
                    .asLong(0);
        } catch (IOException e) {
            throw new NotStarted("the server does not tell its connections: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStarted("interrupted", e);
        }
    }
}
