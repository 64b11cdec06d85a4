package dev.pushlab.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy that answers each address as it did the first time. */
final class KeepingProxy implements Closeable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, HttpResponse<byte[]>> kept = new ConcurrentHashMap<>();
    private final HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final int port;

    /** @param port the server's */
    KeepingProxy(int port) throws IOException {
        this.port = port;
        proxy.createContext("/", this::answer);
        proxy.start();
    }

    String url() {
        return "http://localhost:" + proxy.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()))
                    .build();
            var answer =
                    request.method().equals("GET") ? kept.computeIfAbsent(path, key -> ask(request)) : ask(request);
            for (String name : List.of("Content-Type", "ETag", "Link")) {
                answer.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> ask(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }

    @Override
    public void close() {
        proxy.stop(0);
    }
}
