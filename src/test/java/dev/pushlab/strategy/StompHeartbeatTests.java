package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
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

    private final Received received = new Received();

    private WebSocket connect() throws Exception {
        WebSocket socket = received.open(port, "/api/stomp/websocket", "v12.stomp");
        socket.sendText("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:100,100\n\n\0", true);
        await().until(() -> !received.texts.isEmpty());
        assertThat(received.texts.get(0)).startsWith("CONNECTED\n").contains("heart-beat:500,500");
        return socket;
    }

    @Test
    void theServerBeatsAndDropsAClientThatDoesNot() throws Exception {
        connect();
        await().until(() -> received.texts.contains("\n"));
        await().until(() -> received.closed != null);
    }

    @Test
    void aClientThatBeatsStays() throws Exception {
        WebSocket socket = connect();
        for (int beats = 0; beats < 6; beats++) {
            int seen = received.texts.size();
            socket.sendText("\n", true);
            await().until(() -> received.texts.size() > seen);
        }
        assertThat(received.closed).isNull();
        socket.abort();
    }
}
