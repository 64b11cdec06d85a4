package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is particular to WebSocket (RFC 6455), spoken by a client that is not ours. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class WebSocketTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @Autowired
    Pumps pumps;

    private EventLog log;

    @BeforeEach
    void beginTopic() {
        log = logs.topic("t-" + UUID.randomUUID());
    }

    private WebSocket open(String query, Received received, String... protocols) throws Exception {
        return received.open(port, "/api/websocket?topic=" + log.topic() + query, protocols);
    }

    private String append(String data) {
        return log.append(new Publication("test", data), 0).json();
    }

    @Test
    void theSubprotocolIsNegotiatedAndMayBeLeftOut() throws Exception {
        assertThat(open("", new Received(), "push-lab.v1").getSubprotocol()).isEqualTo("push-lab.v1");
        assertThat(open("", new Received()).getSubprotocol()).isEmpty();
        assertThat(open("", new Received(), "chat").getSubprotocol()).isEmpty();
    }

    @Test
    void framesAreTextUnlessBinaryIsAskedFor() throws Exception {
        var text = new Received();
        var binary = new Received();
        open("", text);
        open("&frames=binary", binary);
        await().until(() -> text.texts.size() == 1 && binary.binaries.size() == 1);
        String event = append("\"한국\"");
        await().until(() -> text.texts.contains(event) && binary.binaries.contains(event));
        assertThat(text.binaries).isEmpty();
        assertThat(binary.texts).isEmpty();
    }

    @Test
    void aBinaryFrameMayPublishToo() throws Exception {
        var received = new Received();
        WebSocket socket = open("&frames=binary", received);
        socket.sendBinary(ByteBuffer.wrap("{\"ref\":1,\"data\":2}".getBytes(StandardCharsets.UTF_8)), true);
        await().until(() ->
                received.binaries.stream().anyMatch(json -> json.contains("\"control\":\"accepted\",\"ref\":1")));
        assertThat(log.head().offset()).isEqualTo(1);
    }

    @Test
    void anotherKindOfFramesIsRefused() throws Exception {
        assertThatThrownBy(() -> open("&frames=smoke", new Received()))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void aPingIsAnsweredByItsPong() throws Exception {
        var received = new Received();
        open("", received).sendPing(ByteBuffer.wrap("are you there".getBytes(StandardCharsets.UTF_8)));
        await().until(() -> received.pongs.contains("are you there"));
    }

    @Test
    void theClientMayCloseWithACodeAndAReason() throws Exception {
        var received = new Received();
        open("", received).sendClose(4_000, "enough");
        await().until(() -> "4000 enough".equals(received.closed));
    }

    @Test
    void aRejectedFrameIsNamedByItsRefAndTheConnectionGoesOn() throws Exception {
        var received = new Received();
        WebSocket socket = open("", received);
        socket.sendText("{\"ref\":{\"a\":1},\"type\":\"no good\",\"data\":1}", true);
        await().until(() -> received.texts.stream()
                .anyMatch(
                        json -> json.startsWith("{\"control\":\"rejected\",\"ref\":{\"a\":1},\"problem\":{\"type\":")));
        assertThat(log.head().offset()).isZero();
        String event = append("1");
        await().until(() -> received.texts.contains(event));
    }

    @Test
    void aFrameFarTooLargeEndsTheConnectionWith1009() throws Exception {
        var received = new Received();
        WebSocket socket = open("", received);
        socket.sendText("{\"data\":\"" + "x".repeat(1_000_000) + "\"}", true);
        await().until(() -> received.closed != null && received.closed.startsWith("1009 "));
        assertThat(log.head().offset()).isZero();
    }

    @Test
    void withoutAnUpgradeItSaysWhatItIs() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/websocket"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Upgrade")).contains("websocket");
        assertThat(answer.body()).contains("urn:push-lab:problem:upgrade-required");
    }
}
