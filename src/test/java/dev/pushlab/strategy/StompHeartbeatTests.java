package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The session's own heart-beats (STOMP 1.2, "Heart-beating"), beside the readable ones of every strategy. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.stomp.heartbeat=500ms"})
class StompHeartbeatTests {

    @LocalServerPort
    int port;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private WebSocket connect() throws Exception {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("v12.stomp")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/stomp/websocket"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        received.add(data.toString());
                        webSocket.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                        ended = true;
                        return null;
                    }
                })
                .get(10, TimeUnit.SECONDS);
        socket.sendText("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:100,100\n\n\0", true);
        await().until(() -> !received.isEmpty());
        assertThat(received.get(0)).startsWith("CONNECTED\n").contains("heart-beat:500,500");
        return socket;
    }

    @Test
    void theServerBeatsAndDropsAClientThatDoesNot() throws Exception {
        connect();
        await().atMost(Duration.ofSeconds(10)).until(() -> received.contains("\n"));
        await().atMost(Duration.ofSeconds(10)).until(() -> ended);
    }

    @Test
    void aClientThatBeatsStays() throws Exception {
        WebSocket socket = connect();
        for (int beats = 0; beats < 12; beats++) {
            int seen = received.size();
            socket.sendText("\n", true);
            await().atMost(Duration.ofSeconds(10)).until(() -> received.size() > seen);
        }
        assertThat(ended).isFalse();
        socket.abort();
    }
}
