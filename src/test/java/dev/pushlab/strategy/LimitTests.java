package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One connection more than the server holds, and the heads of the answers that it does give. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pushlab.workload.enabled=false",
            "pushlab.push.connections=2",
            "pushlab.push.heartbeat=200ms",
        })
class LimitTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Target target;

    @LocalServerPort
    int port;

    @BeforeEach
    void aim() {
        target = Target.of("http://127.0.0.1:" + port);
        await().until(() -> send("GET", "/api/stats").body().matches("(?s)((?!connections\":[1-9]).)*"));
    }

    @AfterEach
    void leave() {
        subscriptions.forEach(Subscription::close);
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Recorder subscribe(String client) {
        var recorder = new Recorder();
        subscriptions.add(Clients.named(client).subscribe(target, "latest", recorder));
        return recorder;
    }

    private void fill() {
        for (String client : List.of("sse", "websocket")) {
            Recorder recorder = subscribe(client);
            await().until(() -> recorder.openedAt != null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "ndjson", "websocket"})
    void aStreamTooManyIsToldToComeBackLater(String client) {
        fill();
        Recorder recorder = subscribe(client);
        await().until(() -> recorder.closed);
        assertThat(recorder.refusedStatus).isZero();
        assertThat(recorder.controls).hasSize(1);
        assertThat(recorder.controls.get(0)).contains("\"control\":\"closing\",\"reason\":\"limit\",\"retryAfterMs\":");
    }

    @Test
    void aWaitingRequestTooManyIsToldToComeBackLater() throws Exception {
        fill();
        HttpResponse<String> answer = send("GET", "/api/long-polling?wait=1s");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:push-lab:problem:too-many-connections");
    }

    @Test
    void aSubscriptionTooManyIsAnsweredByAnError() {
        fill();
        Recorder recorder = subscribe("stomp");
        await().until(() -> recorder.closed);
        assertThat(recorder.refusedStatus).isEqualTo(429);
        assertThat(recorder.problem).contains("urn:push-lab:problem:too-many-connections");
    }

    @Test
    void whoLeavesMakesRoom() {
        fill();
        subscriptions.forEach(Subscription::close);
        await().untilAsserted(() -> {
            Recorder recorder = subscribe("sse");
            await().until(() -> recorder.openedAt != null || recorder.closed);
            assertThat(recorder.openedAt).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sse", "/api/ndjson"})
    void aStreamsHeadKeepsProxiesFromHoldingItBack(String path) throws Exception {
        HttpResponse<String> answer = send("HEAD", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        HttpResponse<?> fallback = http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + port + "/api/stomp/000/" + path.hashCode() + "/xhr_streaming"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(fallback.headers().firstValue("X-Accel-Buffering")).contains("no");
    }

    @Test
    void anAnswerLeadsOnToTheNextRequest() throws Exception {
        HttpResponse<String> polled = send("GET", "/api/polling?topic=links&limit=7");
        assertThat(polled.headers().firstValue("Cache-Control")).contains("no-cache");
        String next = polled.headers().firstValue("Link").orElseThrow();
        assertThat(next).matches("</api/polling\\?after=[a-z0-9]+:0&topic=links&limit=7>; rel=\"next\"");

        HttpResponse<String> waited = send("GET", "/api/long-polling?topic=links&wait=0s");
        assertThat(waited.statusCode()).isEqualTo(204);
        assertThat(waited.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(waited.headers().firstValue("Link").orElseThrow())
                .matches("</api/long-polling\\?after=[a-z0-9]+:0&topic=links&wait=0ms>; rel=\"next\"");
    }

    @Test
    void nothingNewIsAnsweredWithoutALength() throws Exception {
        String tag = send("GET", "/api/polling").headers().firstValue("ETag").orElseThrow();
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/api/polling?after=" + tag.substring(1, tag.length() - 1)))
                .header("If-None-Match", tag)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
        assertThat(answer.headers().firstValue("Link")).isPresent();
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }
}
