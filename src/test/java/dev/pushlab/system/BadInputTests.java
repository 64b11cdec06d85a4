package dev.pushlab.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.strategy.Received;
import dev.pushlab.strategy.Recorder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
@ExtendWith(OutputCaptureExtension.class)
class BadInputTests {

    private static final String LARGE = "{\"data\":\"" + "x".repeat(70_000) + "\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    private Subscription bystander;
    private Recorder bystanders;
    private long head;

    @BeforeEach
    void somebodyElseIsConnected() {
        bystanders = new Recorder();
        bystander = Clients.named("stomp").subscribe(Target.of("http://127.0.0.1:" + port), "latest", bystanders);
        await().until(() -> bystanders.openedAt != null);
        head = logs.topic(null).head().offset();
    }

    @AfterEach
    void nobodyElseHasNoticed(CapturedOutput output) {
        assertThat(logs.topic(null).head().offset()).isEqualTo(head);
        String id =
                logs.topic(null).append(new Publication("test", "1"), 0).id().toString();
        await().until(() -> bystanders.ids.size() == 1);
        assertThat(bystanders.ids).containsExactly(id);
        assertThat(bystanders.closed).isFalse();
        bystander.close();
        assertThat(output.getAll()).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private void assertProblem(HttpRequest.Builder request, int status, String type, String sentence)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:push-lab:problem:" + type + "\"", sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/polling?after=x | invalid-position | 'x' is no position",
                "/api/polling?after=a:-1 | invalid-position | no position",
                "/api/polling?after=a:99999999999999999999 | invalid-position | no position",
                "/api/polling?limit=0 | invalid-limit | Use 1 to 1000.",
                "/api/polling?limit=1000000 | invalid-limit | Use 1 to 1000.",
                "/api/polling?limit=many | invalid-limit | Use 1 to 1000.",
                "/api/polling?topic=A+B | invalid-topic | Use 1 to 64 of a-z",
                "/api/long-polling?wait=1h | invalid-wait | 0s to 30s",
                "/api/long-polling?wait=-1s | invalid-wait | 0s to 30s",
                "/api/long-polling?wait=soon | invalid-wait | 0s to 30s",
                "/api/long-polling?after=:1 | invalid-position | no position",
                "/api/sse?after=yesterday | invalid-position | no position",
                "/api/sse?topic=** | invalid-topic | no topic",
                "/api/ndjson?after=1 | invalid-position | no position",
            })
    void parametersThatCannotBeUnderstoodAreRefused(String path, String type, String sentence) throws Exception {
        assertProblem(request(path).header("Accept", "text/event-stream"), 400, type, sentence);
        assertProblem(request(path), 400, type, sentence);
    }

    @Test
    void aMalformedLastEventIdIsRefused() throws Exception {
        assertProblem(request("/api/sse").header("Last-Event-ID", "x y"), 400, "invalid-position", "no position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[1]", "{\"type\":\"a\"}", "{\"type\":\"a b\",\"data\":1}", "{\"data\":1}}"})
    void bodiesThatAreNoPublicationAreRefused(String body) throws Exception {
        assertProblem(
                request("/api/events")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                400,
                body.isEmpty() ? "invalid-body" : "invalid-event",
                body.isEmpty() ? "body" : "{\\\"type\\\":\\\"…\\\",\\\"data\\\":…}");
    }

    @Test
    void aBodyOver64KiBIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] bytes = LARGE.getBytes(StandardCharsets.UTF_8);
        for (String path : new String[] {"/api/events", "/api/stomp/000/abc/xhr_send"}) {
            var announced = request(path).header("Content-Type", "application/json");
            assertProblem(announced.POST(BodyPublishers.ofByteArray(bytes)), 413, "too-large", "64 KiB");
        }
        var chunked = request("/api/events").header("Content-Type", "application/json");
        assertProblem(
                chunked.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))),
                413,
                "too-large",
                "64 KiB");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        assertProblem(
                request("/api/events")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"data\":1}")),
                415,
                "unsupported-media-type",
                "text/plain");
    }

    @Test
    void anotherMethodOrPathIsRefused() throws Exception {
        assertProblem(request("/api/sse").DELETE(), 405, "method-not-allowed", "DELETE");
        assertProblem(request("/api/nothing"), 404, "not-found", "nothing");
    }

    @Test
    void anotherHostIsRefused() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            String answer =
                    exchange(socket, "GET /api/clock HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 421 ").contains("pushlab.system.allowed-hosts=evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/websocket", "/api/stomp/websocket", "/api/stomp/info"})
    void anotherSitesPageIsRefusedWhatItCouldWriteTo(String path) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            String head = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n";
            assertThat(exchange(socket, head))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("urn:push-lab:problem:cross-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
            })
    void whatIsNoHttpIsRefusedWithAProblem(String head) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            assertThat(exchange(socket, head))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "urn:push-lab:problem:bad-request");
        }
    }

    @Test
    void aHeadThatIsTooLargeIsRefusedWithAProblem() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            String head = "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
            assertThat(exchange(socket, head)).startsWith("HTTP/1.1 431 ").contains("application/problem+json");
        }
    }

    private static String exchange(Socket socket, String head) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends STOMP frames after CONNECT and returns everything that came until the server closed. */
    private String stomp(String... frames) throws Exception {
        var received = new Received();
        WebSocket socket = received.open(port, "/api/stomp/websocket", "v12.stomp");
        for (String frame : frames) {
            socket.sendText(frame, true).get(10, TimeUnit.SECONDS);
        }
        await().until(() -> received.closed != null);
        return String.join("", received.texts);
    }

    private static final String CONNECT = "CONNECT\naccept-version:1.2\nhost:localhost\n\n\0";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SEND~destination:/topic/events~~{\"data\":1}^ | invalid-destination",
                "SEND~destination:/queue/events~~{\"data\":1}^ | invalid-destination",
                "SEND~~{\"data\":1}^ | invalid-",
                "SEND~destination:/app/events~~no json^ | invalid-event",
                "SEND~destination:/app/No Topic~~{\"data\":1}^ | invalid-topic",
                "SUBSCRIBE~id:0~destination:/topic/**~~^ | invalid-topic",
                "SUBSCRIBE~id:0~destination:/app/events~~^ | invalid-destination",
                "SUBSCRIBE~id:0~destination:/topic/events~after:x~~^ | invalid-position",
                "SUBSCRIBE~destination:/topic/events~~^ | invalid-",
                "ACK~id:1~~^ | unsupported-frame",
                "GARBAGE~~^ | invalid-frame",
                "%%%%~~^ | invalid-frame",
            })
    void framesThatDoNotFitAreAnsweredByAnErrorAndTheEnd(String frame, String type) throws Exception {
        String received = stomp(CONNECT, frame.replace('~', '\n').replace('^', '\0'));
        assertThat(received).contains("CONNECTED", "ERROR\n", "urn:push-lab:problem:" + type);
    }

    @Test
    void aFrameBeforeConnectIsAnsweredByAnError() throws Exception {
        assertThat(stomp("SUBSCRIBE\nid:0\ndestination:/topic/events\n\n\0"))
                .contains("ERROR\n", "urn:push-lab:problem:");
    }

    @Test
    void aLargeSendIsAnsweredByAnError() throws Exception {
        assertThat(stomp(CONNECT, "SEND\ndestination:/app/events\n\n" + LARGE + "\0"))
                .contains("ERROR\n", "urn:push-lab:problem:too-large");
    }

    @Test
    void clientsThatVanishMakeNoNoise() throws Exception {
        for (String id : new String[] {"sse", "ndjson", "websocket", "stomp", "long-polling", "sockjs-xhr-streaming"}) {
            for (int i = 0; i < 5; i++) {
                var recorder = new Recorder();
                Subscription gone = Clients.named(id)
                        .subscribe(Target.of("http://127.0.0.1:" + port).withTopic("vanish"), "latest", recorder);
                await().until(() -> recorder.openedAt != null);
                gone.abort();
            }
        }
        for (int i = 0; i < 50; i++) {
            logs.topic("vanish").append(new Publication("test", '"' + "x".repeat(10_000) + '"'), i);
        }
        var check = new Recorder();
        Subscription last = Clients.named("sse").subscribe(Target.of("http://127.0.0.1:" + port), "latest", check);
        await().until(() -> check.hasControl("heartbeat"));
        last.close();
    }
}
