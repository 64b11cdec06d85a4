package dev.pushlab.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** A server that somebody else runs, through whatever stands in between; it tells what it uses by its actuator. */
public final class RemoteServer implements Server {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /** @throws NotStarted if no Push Lab answers there */
    public RemoteServer(URI url) {
        this.url = url;
        String strategies = get("/api/strategies");
        if (strategies == null || !strategies.contains("\"polling\"")) {
            throw new NotStarted(url + " doesn't answer as a Push Lab does");
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String description() {
        return url.toString();
    }

    @Override
    public Usage usage() {
        String metrics = get("/actuator/prometheus");
        return metrics == null
                ? Usage.UNKNOWN
                : new Usage(
                        metric(metrics, "process_cpu_time_ns_total"),
                        Double.NaN,
                        Double.NaN,
                        metric(metrics, "jvm_threads_live_threads"));
    }

    /** Nobody may ask a server of somebody else's for a collection. */
    @Override
    public double settledMemory() {
        return Double.NaN;
    }

    @Override
    public boolean local() {
        return false;
    }

    @Override
    public void close() {}

    private String get(String path) {
        var request = HttpRequest.newBuilder(URI.create(url.toString().replaceAll("/$", "") + path))
                .timeout(TIMEOUT)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException e) {
            throw new NotStarted(url + " can't be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStarted("interrupted", e);
        }
    }

    private static double metric(String metrics, String name) {
        var matcher = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
