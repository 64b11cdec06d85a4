package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a SockJS client does when the server has lost its session. */
class SockJsClientTests {

    private static final String JAVASCRIPT = "Content-Type: application/javascript;charset=UTF-8\r\n";
    private final Recorder recorder = new Recorder();

    @Test
    void aSecondOpenFrameMeansThatTheSessionIsLost() throws IOException {
        try (var server = new FakeServer(conversation -> {
            while (true) {
                boolean sends = conversation.request().contains("xhr_send");
                conversation.answer(sends ? "204 No Content" : "200 OK", JAVASCRIPT, sends ? "" : "o\n");
            }
        })) {
            Clients.named("sockjs-xhr-polling").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("closed 1006 the server has lost the session"));
            assertThat(recorder.cause).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aMessageThatFindsNoSessionIsALostConnectionAndNoRefusal() throws IOException {
        try (var server = new FakeServer(conversation -> {
            if (conversation.request().contains("xhr_send")) {
                conversation.answer("404 Not Found", "", "");
            } else {
                conversation.chunkedHead("application/javascript");
                conversation.chunk("h".repeat(2048) + "\no\n");
            }
            conversation.untilClosed();
        })) {
            Clients.named("sockjs-xhr-streaming").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("closed 1006 the server doesn't know the session"));
            assertThat(recorder.seen()).hasSize(1);
        }
    }

    @Test
    void aCloseFrameIsToldWithItsCode() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("text/event-stream");
            conversation.chunk("\r\ndata: c[3000,\"Go away!\"]\r\n\r\n");
            conversation.untilClosed();
        })) {
            Clients.named("sockjs-eventsource").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("closed 3000 Go away!"));
            assertThat(server.requests.get(0)).matches("(?s)GET /api/stomp/\\d{3}/[a-z0-9]+/eventsource HTTP/1.1.*");
        }
    }
}
