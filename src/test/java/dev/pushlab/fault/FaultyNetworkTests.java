package dev.pushlab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.strategy.Recorder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of the strategies on a faulty network, and how it is changed. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class FaultyNetworkTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Recorder recorder = new Recorder();
    private String topic;
    private Subscription subscription;

    @LocalServerPort
    int port;

    @Autowired
    FaultyNetwork network;

    @Autowired
    EventLogs logs;

    @BeforeEach
    void useATopicOfItsOwn() {
        topic = UUID.randomUUID().toString();
    }

    @AfterEach
    void leave() throws Exception {
        if (subscription != null) {
            subscription.abort();
        }
        assertThat(send("DELETE", "").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> send(String method, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/faults"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void change(String body) throws Exception {
        var answer = send("PUT", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void subscribe(String client) {
        var target = Target.of("http://127.0.0.1:" + network.port())
                .withTopic(topic)
                .withPollInterval(Duration.ofMillis(50));
        subscription = Clients.named(client).subscribe(target, "earliest", recorder);
    }

    private void publish(int events, int size) {
        for (int i = 0; i < events; i++) {
            logs.topic(topic).append(new Publication("test", '"' + "x".repeat(size) + '"'), i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polling",
                "long-polling",
                "sse",
                "ndjson",
                "websocket",
                "stomp",
                "sockjs-websocket",
                "sockjs-xhr-streaming"
            })
    void everyStrategyGetsThroughAGoodOne(String client) {
        subscribe(client);
        await().until(() -> recorder.openedAt != null);
        publish(50, 2_000);
        await().untilAsserted(() -> assertThat(recorder.ids).hasSize(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "websocket", "long-polling"})
    void everybodyIsCutWhenItGoesDown(String client) throws Exception {
        subscribe(client);
        await().until(() -> recorder.openedAt != null);
        change("{\"preset\":\"tunnel\"}");
        await().until(() -> recorder.closed);
        assertThat(send("GET", "").body()).contains("\"enabled\":false", "\"preset\":\"tunnel\"", "\"remainingMs\":");
        // The server itself is there all the time.
        assertThat(send("DELETE", "").statusCode()).isEqualTo(204);
        assertThat(send("GET", "").body()).contains("\"enabled\":true", "\"preset\":\"good\"");
    }

    @ParameterizedTest
    @CsvSource({"websocket, 426", "stomp, 400", "sockjs-websocket, 400"})
    void aCompanysProxyRefusesUpgrades(String client, int status) throws Exception {
        change("{\"preset\":\"corporate\"}");
        subscribe(client);
        await().until(() -> recorder.refusedStatus == status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "ndjson"})
    void aCompanysProxyHoldsStreamsBackUntilItsBufferIsFull(String client) throws Exception {
        change("{\"preset\":\"corporate\"}");
        subscribe(client);
        await().during(Duration.ofMillis(300)).until(() -> recorder.story.isEmpty());
        publish(40, 2_000);
        await().until(() -> recorder.ids.size() >= 30);
        assertThat(recorder.story).startsWith("opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "long-polling", "sockjs-xhr-polling"})
    void aCompanysProxyLetsThroughWhatEnds(String client) throws Exception {
        change("{\"preset\":\"corporate\"}");
        subscribe(client);
        await().until(() -> recorder.openedAt != null);
        publish(5, 100);
        await().untilAsserted(() -> assertThat(recorder.ids).hasSize(5));
    }

    @Test
    void aMobileNetworkIsLateBothWays() throws Exception {
        change("{\"preset\":\"mobile\"}");
        var clock = HttpRequest.newBuilder(URI.create("http://localhost:" + network.port() + "/api/clock"));
        long start = System.nanoTime();
        http.send(clock.build(), BodyHandlers.discarding());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(140), Duration.ofSeconds(4));
        assertThat(send("GET", "").body())
                .contains(
                        "{\"type\":\"latency\",\"stream\":\"upstream\",\"attributes\":{\"latency\":100,\"jitter\":30}}");
    }

    @Test
    void understandsWhatToxiproxyIsTold() throws Exception {
        change("""
                {"enabled":true,"toxics":[
                  {"name":"slow","type":"bandwidth","stream":"downstream","toxicity":1.0,"attributes":{"rate":100}},
                  {"type":"latency","attributes":{"latency":20}}]}""");
        assertThat(send("GET", "").body())
                .contains(
                        "\"port\":" + network.port(),
                        "\"preset\":null",
                        "{\"type\":\"bandwidth\",\"stream\":\"downstream\",\"attributes\":{\"rate\":100}}",
                        "{\"type\":\"latency\",\"stream\":\"downstream\",\"attributes\":{\"latency\":20,\"jitter\":0}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Give either a preset, or toxics",
                "{\"preset\":\"good\",\"enabled\":true} | Give either a preset, or toxics",
                "{\"preset\":\"rural\"} | Use one of good, mobile, tunnel, corporate.",
                "{\"toxics\":[{\"type\":\"lag\"}]} | latency, bandwidth, timeout, reset_peer",
                "{\"toxics\":[null]} | is no type of toxic",
                "{\"toxics\":[{\"type\":\"latency\",\"attributes\":{\"latency\":-1}}]} | Use 0 to 600000.",
                "{\"toxics\":[{\"type\":\"latency\",\"attributes\":{\"lag\":1}}]} | Use latency, jitter.",
                "{\"toxics\":[{\"type\":\"bandwidth\"}]} | rate of bandwidth is missing. Use 1 to 1000000.",
                "{\"toxics\":[{\"type\":\"buffering\",\"stream\":\"upstream\"}]} | Use downstream.",
                "{\"toxics\":[{\"type\":\"latency\",\"toxicity\":0.5}]} | use 1, or leave it out",
            })
    void whatCannotBeIsRefused(String body, String sentence) throws Exception {
        var answer = send("PUT", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:push-lab:problem:invalid-faults", sentence);
        assertThat(send("GET", "").body()).contains("\"preset\":\"good\"");
    }

    @Test
    void tooManyToxicsAreRefused() throws Exception {
        String toxics = "{\"type\":\"latency\"},".repeat(16) + "{\"type\":\"latency\"}";
        assertThat(send("PUT", "{\"toxics\":[" + toxics + "]}").body())
                .contains("17 toxics are too many. Use 0 to 16.");
    }
}
