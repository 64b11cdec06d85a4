package dev.pushlab.strategy.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server whose clock, chance and names the tests decide. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pushlab.workload.enabled=false",
            "pushlab.log.events=400",
            "pushlab.push.too-slow=500ms",
            "pushlab.push.heartbeat=50ms",
            "pushlab.webhook.webhooks=3",
            "pushlab.webhook.timeout=2s",
            "pushlab.webhook.allowed-hosts=localhost,127.0.0.0/8,::1,Hooks.Test",
        })
@Import(Fakes.class)
abstract class WebhookServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @Autowired
    Pumps pumps;

    @Autowired
    Strategy webhook;

    @Autowired
    Webhooks webhooks;

    @Autowired
    ManualTiming timing;

    @Autowired
    Names names;

    EventLog log;
    private final List<Hook> hooks = new ArrayList<>();

    @BeforeEach
    void beginTopic() {
        timing.reset();
        log = logs.topic("t-" + UUID.randomUUID());
    }

    @AfterEach
    void deleteAll() {
        webhooks.list().forEach(status -> webhooks.remove(status.id()));
        hooks.forEach(Hook::close);
        assertThat(tally().connections()).isZero();
    }

    Tally tally() {
        return pumps.tally(webhook);
    }

    Hook hook() throws IOException {
        return hook(0);
    }

    Hook hook(int itsPort) throws IOException {
        var hook = new Hook(itsPort);
        hooks.add(hook);
        return hook;
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> tryToRegister(String url, String after) throws IOException, InterruptedException {
        String body = "{\"url\":\"" + url + "\",\"after\":\"" + after + "\"}";
        return call("POST", "/api/webhooks?topic=" + log.topic(), body);
    }

    JsonNode register(String url, String after) throws IOException, InterruptedException {
        HttpResponse<String> answer = tryToRegister(url, after);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    /** How the only webhook stands. */
    WebhookStatus status() {
        return webhooks.list().get(0);
    }

    List<String> append(int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(log.append(new Publication("test", Integer.toString(i)), i)
                    .id()
                    .toString());
        }
        return ids;
    }

    static void awaitIds(Hook hook, List<String> expected) {
        await().until(() -> hook.requests.size() >= expected.size());
        assertThat(hook.ids()).isEqualTo(expected);
    }

    void awaitPause() {
        await().until(() -> timing.pauses() == 1);
    }

    void awaitCaughtUp() {
        await().until(() ->
                Long.valueOf(0).equals(status().lag()) && status().state().equals("waiting"));
    }
}
