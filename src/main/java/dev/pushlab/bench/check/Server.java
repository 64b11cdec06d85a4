package dev.pushlab.bench.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as plain requests see it, through whatever stands in between. */
final class Server {

    private final String base;
    private final Duration timeout;
    private final HttpClient http;

    Server(URI base, Duration timeout) {
        this.base = base.toString().replaceAll("/$", "");
        this.timeout = timeout;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** What a page of this address would be known by. */
    String origin() {
        var uri = URI.create(base);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /**
     * The traits of each strategy that is served.
     *
     * @throws Unreachable if no Push Lab answers there
     */
    Map<String, Set<String>> strategies() throws InterruptedException {
        try {
            var answer = exchange(request("/api/strategies").build());
            if (answer.statusCode() != 200) {
                throw new Unreachable(base + "/api/strategies answers " + answer.statusCode()
                        + Words.problem(answer.body()) + ". Is this a Push Lab?");
            }
            var served = new LinkedHashMap<String, Set<String>>();
            for (JsonNode strategy : JsonMapper.shared().readTree(answer.body())) {
                var traits = new TreeSet<String>();
                strategy.path("traits").forEach(trait -> traits.add(trait.asString("")));
                served.put(strategy.path("id").asString(""), traits);
            }
            return served;
        } catch (IOException e) {
            throw new Unreachable(base + " can't be reached: " + reason(e));
        } catch (JacksonException e) {
            throw new Unreachable(base + "/api/strategies answers no JSON. Is this a Push Lab?");
        }
    }

    /** Publishes; a refusal is the end of the promise that needed the event. */
    Published publish(String topic, String data) throws InterruptedException {
        var answer = send(request("/api/events?topic=" + topic)
                .header("Content-Type", "application/json")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"check\",\"data\":" + data + "}"))
                .build());
        if (answer.statusCode() != 201) {
            throw new Broken("POST /api/events is answered by " + answer.statusCode() + Words.problem(answer.body()));
        }
        return new Published(json(answer).path("id").asString(""), answer.body());
    }

    HttpResponse<String> get(String path, String... headers) throws InterruptedException {
        var request = request(path);
        return send((headers.length > 0 ? request.headers(headers) : request).build());
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new Broken("no JSON" + Words.problem(answer.body()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new Broken(request.method() + " " + request.uri().getPath() + " has no answer: " + reason(e));
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String reason(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "no answer within " + Words.time(timeout);
        }
        if (e.getMessage() == null && e instanceof ConnectException) {
            return e.getCause() instanceof UnresolvedAddressException ? "unknown host" : "connection refused";
        }
        return Words.shortened(e.getMessage() == null ? e.toString() : e.getMessage());
    }
}
