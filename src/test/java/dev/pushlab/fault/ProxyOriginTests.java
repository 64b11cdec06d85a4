package dev.pushlab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose pages may use the faulty network, which is another origin: the server's own, and nobody else's. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class ProxyOriginTests {

    private static final String UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String CLOSE = "Connection: close\r\n";

    @LocalServerPort
    int port;

    @Autowired
    FaultyNetwork network;

    /** The head of the answer to a request, sent to and for the given port. */
    private String ask(String request, int to, String origin, String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", to)) {
            socket.setSoTimeout(10_000);
            String head = request + " HTTP/1.1\r\nHost: localhost:" + to + "\r\nOrigin: " + origin + "\r\n" + headers;
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private String page() {
        return "http://localhost:" + port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/polling", "/api/sse", "/api/ndjson", "/api/stomp/info", "/api/clock", "/api/none"})
    void thePageMayReadAnswersThatCameThroughIt(String path) throws IOException {
        assertThat(ask("GET " + path, network.port(), page(), CLOSE))
                .contains(
                        "Access-Control-Allow-Origin: " + page() + "\r\n",
                        "Access-Control-Allow-Credentials: true\r\n",
                        "Access-Control-Expose-Headers: ETag, Link, Retry-After\r\n")
                .containsOnlyOnce("Access-Control-Allow-Origin");
        assertThat(ask("GET " + path, port, "http://localhost:" + network.port(), CLOSE))
                .contains("Access-Control-Allow-Origin: http://localhost:" + network.port() + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/websocket", "/api/stomp/websocket", "/api/stomp/0/s/websocket"})
    void thePageMayOpenWebSocketsThroughIt(String path) throws IOException {
        assertThat(ask("GET " + path, network.port(), page(), UPGRADE)).startsWith("HTTP/1.1 101 ");
    }

    @Test
    void thePageMaySendWhatABrowserAsksAboutFirst() throws IOException {
        String asked =
                "Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: if-none-match\r\n" + CLOSE;
        assertThat(ask("OPTIONS /api/polling", network.port(), page(), asked))
                .startsWith("HTTP/1.1 204 ")
                .contains("Access-Control-Allow-Headers: Content-Type, If-None-Match\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1",
        "http://localhost",
        "https://localhost:PORT",
        "http://127.0.0.1:PORT",
        "http://localhost.evil.example:PORT",
        "http://evil.example",
        "http://localhost:PORT.evil.example",
        "null"
    })
    void nobodyElseMay(String pattern) throws IOException {
        String origin = pattern.replace("PORT", String.valueOf(port));
        for (String path : new String[] {"/api/websocket", "/api/stomp/websocket", "/api/stomp/info"}) {
            assertThat(ask("GET " + path, network.port(), origin, path.endsWith("info") ? CLOSE : UPGRADE))
                    .startsWith("HTTP/1.1 403 ");
        }
        for (String path : new String[] {"/api/polling", "/api/sse?after=none", "/api/faults"}) {
            assertThat(ask("GET " + path, network.port(), origin, CLOSE).toLowerCase(Locale.ROOT))
                    .doesNotContain("access-control-allow-origin");
        }
    }

    @Test
    void thePageMayConnectToItAndToNothingElse() throws IOException {
        assertThat(ask("GET /", port, page(), CLOSE))
                .contains("connect-src 'self' ws: wss: http://localhost:" + network.port() + "; ");
    }

    @Test
    void nothingButTheApiIsOpenedToAnotherOrigin() throws IOException {
        assertThat(ask("GET /", network.port(), page(), CLOSE)).doesNotContain("Access-Control");
    }
}
