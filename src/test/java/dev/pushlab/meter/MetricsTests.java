package dev.pushlab.meter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Recorder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class MetricsTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Every series of the strategy with its value, but for what the sockets carry: that grows with each heartbeat. */
    private Map<String, Double> series(String strategy) throws IOException, InterruptedException {
        String label = "strategy=\"" + strategy + '"';
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.contains(label))
                .filter(line -> !line.startsWith("pushlab_bytes") && !line.startsWith("pushlab_requests"))
                .collect(toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ')))));
    }

    @Test
    void whatAConnectionDoesIsCounted() throws Exception {
        await().until(() -> get("/api/stats").contains("\"ndjson\":{\"connections\":0,"));
        var before = series("ndjson");
        var others = series("sse");
        var recorder = new Recorder();
        logs.topic("metrics").append(new Publication("test", "1"), 0);
        Subscription subscription = Clients.named("ndjson")
                .subscribe(Target.of("http://127.0.0.1:" + port).withTopic("metrics"), "gone:1", recorder);
        await().until(() -> recorder.ids.size() == 1);
        var expected = new HashMap<>(before);
        List.of("connections", "deliveries_total", "gaps_total", "recoveries_total")
                .forEach(name -> expected.merge("pushlab_" + name + "{strategy=\"ndjson\"}", 1., Double::sum));
        await().untilAsserted(() -> assertThat(series("ndjson"))
                .isEqualTo(expected)
                .containsEntry("pushlab_lag{strategy=\"ndjson\"}", 0.)
                .containsKey("pushlab_drops_total{reason=\"too-slow\",strategy=\"ndjson\"}"));
        assertThat(series("sse")).isEqualTo(others);
        assertThat(get("/api/stats")).contains("\"ndjson\":{\"connections\":1,\"openings\":");
        assertThat(get("/actuator/prometheus"))
                .containsPattern("pushlab_bytes_total\\{direction=\"in\",strategy=\"ndjson\"} [1-9]")
                .containsPattern("pushlab_bytes_total\\{direction=\"out\",strategy=\"ndjson\"} [1-9]")
                .containsPattern("pushlab_bytes_total\\{direction=\"out\",strategy=\"other\"} [1-9]")
                .containsPattern("pushlab_requests_total\\{strategy=\"ndjson\"} [1-9]");
        subscription.close();
        await().untilAsserted(() ->
                assertThat(series("ndjson")).containsEntry("pushlab_connections{strategy=\"ndjson\"}", 0.));
    }

    @Test
    void theServerIsReadyWhileTheLogCanBeRead() throws Exception {
        assertThat(get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
    }

    @Test
    void withoutTheLogItIsNot() {
        EventLogs unreachable = mock(EventLogs.class);
        when(unreachable.topic(null))
                .thenThrow(RefusedException.unavailable("log-unavailable", Duration.ofSeconds(1), "The log is away."));
        assertThat(new LogHealth(unreachable).health().getStatus()).isEqualTo(Status.DOWN);
    }
}
