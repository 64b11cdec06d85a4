package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The receiver of webhooks, called as any legal server might call it. */
class WebhookClientTests {

    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private final Recorder recorder = new Recorder();

    @Test
    void aDeliveryMayComeBeforeTheAnswerToTheRegistration() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.untilClosed();
        })) {
            var subscription = Clients.named("webhook").subscribe(server.target(), "a1:7", recorder);
            try (var caller = new Caller(url(server, 0))) {
                caller.post(event(8));
                assertThat(caller.status()).isEqualTo("HTTP/1.1 204 No Content");
            }
            assertThat(recorder.seen()).containsExactly("opened a1:7", "event a1:8");
            assertThat(recorder.lastJson).isEqualTo(event(8));
            assertThat(server.requests.get(0)).startsWith("POST /api/webhooks?topic=events HTTP/1.1\r\n");
            assertThat(server.bodies.get(0)).endsWith(",\"after\":\"a1:7\"}");
            subscription.abort();
        }
    }

    @Test
    void whoBeginsWithTheEarliestLearnsWhereThatIs() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.answer("200 OK", "", "{\"events\":[" + event(5) + "],\"next\":\"a1:5\",\"gap\":null}");
            register(conversation);
        })) {
            var subscription = Clients.named("webhook").subscribe(server.target(), "earliest", recorder);
            await().until(() -> recorder.seen().contains("opened a1:4"));
            assertThat(server.requests.get(0)).contains("/api/polling?topic=events&after=earliest&limit=1 ");
            assertThat(server.bodies.get(1)).endsWith(",\"after\":\"a1:4\"}");
            subscription.abort();
        }
    }

    @Test
    void webhooksThatShareAConnectionArePaidForByThemselves() throws IOException {
        try (var server = new FakeServer(WebhookClientTests::register)) {
            var other = new Recorder();
            var first = Clients.named("webhook").subscribe(server.target(), "a1:0", recorder);
            await().until(() -> recorder.seen().contains("opened a1:0"));
            var second = Clients.named("webhook").subscribe(server.target(), "a1:0", other);
            await().until(() -> other.seen().contains("opened a1:0"));
            var before = first.counters();
            var otherBefore = second.counters();
            try (var caller = new Caller(url(server, 0))) {
                long posted = caller.post(event(1));
                long answered = caller.status().length() + 4;
                long toOther = caller.post(url(server, 1), "{\"control\":\"heartbeat\"}");
                caller.status();
                posted += caller.post(event(2));
                caller.status();
                var spent = new Counters(posted, 2 * answered, 2, 1);
                await().untilAsserted(
                                () -> assertThat(first.counters().minus(before)).isEqualTo(spent));
                assertThat(second.counters().minus(otherBefore)).isEqualTo(new Counters(toOther, answered, 1, 0));
            }
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1", "event a1:2");
            assertThat(other.seen()).hasSize(2).anyMatch(line -> line.startsWith("heartbeat "));
            first.abort();
            second.abort();
        }
    }

    @Test
    void whoPausesLeavesTheServerWaiting() throws IOException {
        try (var server = new FakeServer(WebhookClientTests::register)) {
            var subscription = Clients.named("webhook").subscribe(server.target(), "a1:0", recorder);
            await().until(() -> recorder.seen().contains("opened a1:0"));
            subscription.pauseReading();
            try (var caller = new Caller(url(server, 0))) {
                caller.post(event(1));
                caller.socket.setSoTimeout(100);
                assertThatThrownBy(caller::status).isInstanceOf(IOException.class);
                assertThat(recorder.seen()).hasSize(1);
                subscription.resumeReading();
                caller.socket.setSoTimeout(10_000);
                assertThat(caller.status()).endsWith("204 No Content");
            }
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1");
            subscription.abort();
        }
    }

    @Test
    void abortingResetsWhatIsBeingDeliveredAndTakesTheWebhookBack() throws IOException {
        try (var server = new FakeServer(WebhookClientTests::register)) {
            var subscription = Clients.named("webhook").subscribe(server.target(), "a1:0", recorder);
            await().until(() -> recorder.seen().contains("opened a1:0"));
            subscription.pauseReading();
            try (var caller = new Caller(url(server, 0))) {
                caller.post(event(1));
                caller.socket.setSoTimeout(100);
                assertThatThrownBy(caller::status).isInstanceOf(IOException.class);
                subscription.abort();
                caller.socket.setSoTimeout(10_000);
                assertThatThrownBy(caller::status).isInstanceOf(SocketException.class);
            }
            await().until(() -> server.requests.size() == 2);
            assertThat(server.requests.get(1)).startsWith("DELETE /api/webhooks/w1 ");
            assertThat(recorder.seen()).containsExactly("opened a1:0", "closed 0 aborted by the client");
        }
    }

    @Test
    void whoHasLeftIsGone() throws IOException {
        try (var server = new FakeServer(WebhookClientTests::register)) {
            var subscription = Clients.named("webhook").subscribe(server.target(), "a1:0", recorder);
            await().until(() -> recorder.seen().contains("opened a1:0"));
            subscription.close();
            await().until(() -> recorder.seen().contains("closed 0 closed by the client"));
            try (var caller = new Caller(url(server, 0))) {
                caller.post(event(1));
                assertThat(caller.status()).isEqualTo("HTTP/1.1 410 Gone");
            }
            assertThat(recorder.seen()).hasSize(2);
        }
    }

    @Test
    void whoIsForgottenByTheServerIsToldOfIt() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            if (conversation.number == 1) {
                conversation.answer("201 Created", "", "{\"id\":\"w1\",\"url\":\"u\",\"secret\":\"s\"}");
            } else if (conversation.number == 2) {
                conversation.answer("200 OK", "", "{}");
            } else {
                conversation.answer("404 Not Found", "", "{}");
            }
        })) {
            Clients.named("webhook").subscribe(server.target(), "a1:0", recorder);
            await().until(() -> recorder.seen().contains("closed 0 the server has forgotten the webhook"));
            assertThat(recorder.cause).isInstanceOf(EOFException.class);
            assertThat(server.requests).hasSize(3);
            assertThat(server.requests.get(2)).startsWith("GET /api/webhooks/w1 ");
        }
    }

    @Test
    void aServerElsewhereIsNotAskedToCall() {
        Clients.named("webhook").subscribe(Target.of("http://192.0.2.1"), "latest", recorder);
        await().until(() -> !recorder.seen().isEmpty());
        assertThat(recorder.seen().get(0)).contains("can't call the receiver");
    }

    private static void register(FakeServer.Conversation conversation) throws IOException {
        while (true) {
            boolean registers = conversation.request().startsWith("POST");
            conversation.answer(registers ? "201 Created" : "200 OK", "", "{\"id\":\"w1\"}");
        }
    }

    /** What the n-th request asked to be called at. */
    private static URI url(FakeServer server, int request) {
        await().until(() -> server.bodies.size() > request);
        var matcher = URL.matcher(server.bodies.get(request));
        assertThat(matcher.find()).isTrue();
        return URI.create(matcher.group(1));
    }

    private static String event(long offset) {
        return new Event(new Position("a1", offset), "x", 5, "1").json();
    }

    /** A server that calls, over one connection. */
    private static final class Caller implements Closeable {

        final Socket socket;
        private final URI first;

        Caller(URI url) throws IOException {
            first = url;
            socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(10_000);
        }

        long post(String body) throws IOException {
            return post(first, body);
        }

        /** Sends a request; the number of its bytes. */
        long post(URI url, String body) throws IOException {
            byte[] request = ("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body)
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            return request.length;
        }

        /** Reads a response's head; its first line. */
        String status() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new EOFException(head.toString());
                }
                head.append((char) next);
            }
            return head.substring(0, head.indexOf("\r\n"));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
