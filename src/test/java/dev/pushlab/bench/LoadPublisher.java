package dev.pushlab.bench;

import dev.pushlab.log.Position;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publishes to a server at a rate, over one keep-alive connection. */
final class LoadPublisher {

    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    LoadPublisher(String url) {
        this.url = url;
    }

    void stopWorkload() throws IOException, InterruptedException {
        request("DELETE", "/api/workload", "");
    }

    /** Open loop: an answer that comes late delays the following requests, but not the time when they were due. */
    Published publish(double rate, int size, int events) throws IOException, InterruptedException {
        long interval = (long) (1e9 / rate);
        String body = "{\"type\":\"load\",\"data\":\"" + "x".repeat(size) + "\"}";
        long start = System.nanoTime() + interval;
        long[] dues = new long[events];
        long latest = 0;
        Position first = null;
        Position last = null;
        for (int i = 0; i < events; i++) {
            dues[i] = start + i * interval;
            while (System.nanoTime() < dues[i]) {
                LockSupport.parkNanos(dues[i] - System.nanoTime());
            }
            latest = Math.max(latest, System.nanoTime() - dues[i]);
            last = Position.parse(id(request("POST", "/api/events", body)));
            first = first == null ? last : first;
            if (last.offset() != first.offset() + i) {
                throw new IOException("somebody else publishes: " + last + " follows " + i + " after " + first);
            }
        }
        return new Published(first, last, dues, System.nanoTime() - start, latest);
    }

    private String request(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    method + " " + path + " was answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String id(String event) throws IOException {
        Matcher matcher = ID.matcher(event);
        if (!matcher.find()) {
            throw new IOException("no event: " + event);
        }
        return matcher.group(1);
    }

    /** What has been published: from which position to which, and when each event was due. */
    record Published(Position first, Position last, long[] dues, long tookNanos, long latestNanos) {}
}
