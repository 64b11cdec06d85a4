package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown is what a relay between client and server saw. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=300ms"})
class WireTests {

    private static final String COOKIE = "lang=ko; secret=1";

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @Autowired
    Pages pages;

    @Autowired
    Taps taps;

    private final HttpClient http = HttpClient.newHttpClient();
    private RecordingRelay relay;
    private String token;

    @BeforeEach
    void openAPage() throws IOException {
        await().until(() -> taps.sockets().open() == 0);
        relay = new RecordingRelay(port);
        token = pages.open();
    }

    @AfterEach
    void closeTheRelay() throws IOException {
        relay.close();
    }

    private String address(String path) {
        return "127.0.0.1:" + relay.port() + path + (path.contains("?") ? "&" : "?") + "page=" + token;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address(path)))
                .header("Cookie", COOKIE)
                .build();
    }

    /** Not through the relay, and over a socket that does not stay. */
    private JsonNode recordings(String strategy) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            String request = "GET /api/wire?page=" + token + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String body = answer.substring(answer.indexOf("\r\n\r\n"));
            return JsonMapper.shared().readTree(body).path("strategies").path(strategy);
        }
    }

    /** The relay's bytes with what is secret in them overwritten. */
    private byte[] masked(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(token, "*".repeat(token.length()))
                .replace("Cookie: " + COOKIE, "Cookie: " + "*".repeat(COOKIE.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Holds every recorded segment of a direction against the relay's bytes.
     *
     * @param from where the request begins among them
     * @return how many bytes it had
     */
    private long agree(JsonNode recording, String direction, byte[] seen, long from) {
        long length = 0;
        int segments = 0;
        for (JsonNode segment : recording.path("segments")) {
            if (segment.path("direction").asString().equals(direction)) {
                byte[] bytes = segment.path("bytes").binaryValue();
                int at = (int) (from + segment.path("offset").asLong());
                assertThat(bytes).isEqualTo(Arrays.copyOfRange(seen, at, at + bytes.length));
                length =
                        segment.path("offset").asLong() + segment.path("length").asLong();
                segments++;
            }
        }
        assertThat(segments).as("segments %s", direction).isPositive();
        return length;
    }

    private void agree(JsonNode recording, RecordingRelay.Conversation conversation) {
        agree(recording, "in", masked(conversation.in().toByteArray()), 0);
        // What the server has written may still be on its way to the relay.
        await().untilAsserted(
                        () -> agree(recording, "out", masked(conversation.out().toByteArray()), 0));
    }

    private static String text(JsonNode recording) {
        var text = new StringBuilder();
        recording
                .path("segments")
                .forEach(segment ->
                        text.append(new String(segment.path("bytes").binaryValue(), StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    private static void append(EventLog log, int count) {
        for (int i = 0; i < count; i++) {
            log.append(new Publication("test", "\"" + "x".repeat(200) + i + "\""), 0);
        }
    }

    @Test
    void aStreamIsShownAsItWentOverTheWire() throws Exception {
        EventLog log = logs.topic("wire-sse");
        var lines = http.sendAsync(get("/api/sse?topic=wire-sse"), HttpResponse.BodyHandlers.ofLines())
                .join()
                .body()
                .iterator();
        append(log, 30); // more than the beginning that is always kept
        await().until(() -> relay.conversations.get(0).out().toString().contains("x29"));
        assertThat(text(recordings("sse").get(0))).doesNotContain("x29");
        append(log, 1);
        log.append(new Publication("test", "\"watched\""), 0);
        await().untilAsserted(() -> assertThat(text(recordings("sse").get(0))).contains("watched"));
        JsonNode recording = recordings("sse").get(0);
        agree(recording, relay.conversations.get(0));
        assertThat(text(recording))
                .startsWith("GET /api/sse?topic=wire-sse&page=" + "*".repeat(token.length()) + " HTTP/1.1\r\n")
                .contains("HTTP/1.1 200 OK\r\n", "event:ready")
                .doesNotContain(token, "secret");
        assertThat(recording.path("closedAt").isNull()).isTrue();
        assertThat(recording.path("openedAt").asLong()).isPositive();
        assertThat(lines.hasNext()).isTrue();
    }

    @Test
    void eachPollIsARecordingOfItsOwn() throws Exception {
        append(logs.topic("wire-poll"), 3);
        for (int i = 0; i < 3; i++) {
            http.send(get("/api/polling?topic=wire-poll&after=earliest"), HttpResponse.BodyHandlers.discarding());
        }
        assertThat(relay.conversations).hasSize(1);
        await().until(() -> !recordings("polling").get(2).path("closedAt").isNull());
        byte[] in = masked(relay.conversations.get(0).in().toByteArray());
        byte[] out = masked(relay.conversations.get(0).out().toByteArray());
        long inFrom = 0;
        long outFrom = 0;
        for (JsonNode recording : recordings("polling")) {
            inFrom += agree(recording, "in", in, inFrom);
            outFrom += agree(recording, "out", out, outFrom);
        }
        assertThat(inFrom).isEqualTo(in.length);
        assertThat(outFrom).isEqualTo(out.length);
    }

    private WebSocket webSocket(String path, List<String> received, String... subprotocols) {
        var builder = http.newWebSocketBuilder().header("Cookie", COOKIE);
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0]);
        }
        return builder.buildAsync(URI.create("ws://" + address(path)), new WebSocket.Listener() {
                    @Override
                    public CompletableFuture<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        received.add(data.toString());
                        socket.request(1);
                        return null;
                    }
                })
                .join();
    }

    @Test
    void aWebSocketIsShownWithItsUpgradeAndFrames() throws Exception {
        recordings("websocket"); // watches
        var received = Collections.synchronizedList(new ArrayList<String>());
        WebSocket socket = webSocket("/api/websocket?topic=wire-ws", received, "push-lab.v1");
        socket.sendText("{\"type\":\"mine\",\"data\":1,\"ref\":7}", true).join();
        await().until(() -> received.toString().contains("accepted"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        await().until(() -> !recordings("websocket").get(0).path("closedAt").isNull());
        JsonNode recording = recordings("websocket").get(0);
        agree(recording, relay.conversations.get(0));
        assertThat(text(recording)).contains("101 Switching Protocols", "Sec-WebSocket-Accept", "\"accepted\"");
        byte[] in = relay.conversations.get(0).in().toByteArray();
        assertThat(agree(recording, "in", masked(in), 0)).isEqualTo(in.length);
    }

    @Test
    void stompIsShownOverSockJsAndNatively() throws Exception {
        recordings("stomp");
        var frames = Collections.synchronizedList(new ArrayList<String>());
        webSocket("/api/stomp/000/session1/websocket", frames);
        await().until(() -> frames.contains("o"));
        var natively = Collections.synchronizedList(new ArrayList<String>());
        WebSocket socket = webSocket("/api/stomp/websocket", natively, "v12.stomp");
        socket.sendText("CONNECT\naccept-version:1.2\nhost:localhost\n\n\0", true)
                .join();
        await().until(() -> natively.toString().contains("CONNECTED"));
        await().untilAsserted(() -> assertThat(text(recordings("stomp").get(1))).contains("CONNECTED"));
        agree(recordings("stomp").get(0), relay.conversations.get(0));
        agree(recordings("stomp").get(1), relay.conversations.get(1));
    }

    @Test
    void aTokenShowsNothingOfOthers() throws Exception {
        String mine = token;
        http.send(get("/api/polling"), HttpResponse.BodyHandlers.discarding());
        token = pages.open();
        assertThat(recordings("polling").isMissingNode()).isTrue();
        token = mine;
        assertThat(recordings("polling")).hasSize(1);
        token = "unknown";
        var unknown = http.send(get("/api/wire"), HttpResponse.BodyHandlers.ofString());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("urn:push-lab:problem:unknown-page");
        assertThat(http.send(get("/api/polling"), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadInManyPiecesIsKeptWhole() throws Exception {
        try (var client = RawClient.to(relay.port())) {
            String request =
                    "GET /api/polling?page=" + token + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + COOKIE + "\r\n\r\n";
            int sent = 0;
            for (String piece : request.split("(?<=\\G.{20})")) {
                client.send(piece);
                sent += piece.length();
                int so = sent;
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> taps.sockets().bytesIn() == so);
            }
            client.answer();
        }
        await().until(() -> recordings("polling").size() == 1);
        agree(recordings("polling").get(0), relay.conversations.get(0));
        assertThat(text(recordings("polling").get(0)))
                .contains("Cookie: *****************\r\n")
                .doesNotContain(token);
    }
}
