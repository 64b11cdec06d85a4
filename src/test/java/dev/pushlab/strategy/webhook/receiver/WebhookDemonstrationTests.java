package dev.pushlab.strategy.webhook.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.Patience;
import dev.pushlab.log.EventClock;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pushlab.workload.enabled=false",
            "pushlab.webhook.retry-min=20ms",
            "pushlab.webhook.retry-max=100ms"
        })
class WebhookDemonstrationTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @Autowired
    EventClock clock;

    private EventLog log;

    @BeforeEach
    void beginTopic() {
        log = logs.topic("t-" + UUID.randomUUID());
    }

    @AfterEach
    void end() throws Exception {
        demo("DELETE", "");
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> demo(String method, String body) throws IOException, InterruptedException {
        return call(method, "/api/webhooks/demo?topic=" + log.topic(), body);
    }

    private JsonNode shown() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(demo("GET", "").body());
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append(new Publication("test", "1"), clock.micros());
        }
    }

    private void awaitReceived(int count) {
        await().until(() -> shown().at("/receiver/received").asInt() == count);
    }

    @Test
    void theServersOwnReceiverVerifiesWhatIsDelivered() throws Exception {
        assertThat(demo("GET", "").statusCode()).isEqualTo(404);
        assertThat(demo("POST", "").statusCode()).isEqualTo(200);
        append(25);
        awaitReceived(25);
        JsonNode shown = shown();
        assertThat(shown.at("/receiver/verified").asInt()).isEqualTo(25);
        assertThat(shown.at("/receiver/duplicates").asInt()).isZero();
        JsonNode events = shown.at("/receiver/events");
        assertThat(events.size()).isEqualTo(20);
        JsonNode latest = events.get(0);
        assertThat(latest.get("id").asString()).isEqualTo(log.head().toString());
        assertThat(latest.get("type").asString()).isEqualTo("test");
        assertThat(latest.get("verified").asBoolean()).isTrue();
        assertThat(latest.get("latencyMicros").asLong()).isBetween(0L, Patience.LONGEST.toNanos() / 1_000);
    }

    @Test
    void thereIsOneATopic() throws Exception {
        String first = demo("POST", "").body();
        assertThat(demo("POST", "").body()).isEqualTo(first);
        assertThat(call("GET", "/api/webhooks/demo?topic=other", "").statusCode())
                .isEqualTo(404);
        assertThat(demo("DELETE", "").statusCode()).isEqualTo(204);
        assertThat(demo("DELETE", "").statusCode()).isEqualTo(404);
        assertThat(demo("GET", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aReceiverThatFailsForAWhileGetsEverythingAfterwards() throws Exception {
        demo("POST", "");
        append(2);
        awaitReceived(2);
        assertThat(demo("PUT", "{\"failing\":true}").body()).contains("\"failing\":true");
        append(30);
        await().until(() -> shown().at("/receiver/refused").asInt() >= 3);
        JsonNode failing = shown();
        assertThat(failing.at("/receiver/received").asInt()).isEqualTo(2);
        assertThat(failing.at("/webhook/lag").asInt()).isEqualTo(30);
        assertThat(failing.at("/webhook/lastStatus").asInt()).isEqualTo(503);
        demo("PUT", "{\"failing\":false}");
        awaitReceived(32);
        assertThat(shown().at("/receiver/verified").asInt()).isEqualTo(32);
        assertThat(shown().at("/receiver/duplicates").asInt()).isZero();
    }

    @Test
    void whatIsNotSignedIsSeenAndRefused() throws Exception {
        demo("POST", "");
        URI receiver = URI.create(shown().at("/webhook/url").asString());
        assertThat(call("POST", receiver.getPath(), "{\"type\":\"forged\"}").statusCode())
                .isEqualTo(400);
        JsonNode shown = shown().get("receiver");
        assertThat(shown.get("received").asInt()).isEqualTo(1);
        assertThat(shown.get("verified").asInt()).isZero();
        assertThat(shown.at("/events/0").toString())
                .isEqualTo("{\"id\":null,\"type\":null,\"control\":null,\"verified\":false,\"duplicate\":false,"
                        + "\"latencyMicros\":null}");
    }

    @Test
    void aReceiverThatIsNoMoreSaysSo() throws Exception {
        assertThat(call("POST", "/api/webhook-receiver/nobody", "{}").statusCode())
                .isEqualTo(410);
    }

    @Test
    void deletingTheWebhookEndsTheDemonstration() throws Exception {
        demo("POST", "");
        String id = shown().at("/webhook/id").asString();
        assertThat(call("DELETE", "/api/webhooks/" + id, "").statusCode()).isEqualTo(204);
        assertThat(demo("GET", "").statusCode()).isEqualTo(404);
        assertThat(demo("PUT", "{\"failing\":true}").statusCode()).isEqualTo(404);
    }
}
