package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Coming back where it makes sense, and only there. */
class ReconnectingTests {

    private final Recorder recorder = new Recorder();

    @Test
    void aLostConnectionIsMadeAgainFromTheLastPosition() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            long next = conversation.number - 1L;
            conversation.chunk("{\"control\":\"ready\",\"next\":\"a1:" + next + "\",\"heartbeatMs\":15000}\n");
            conversation.chunk(new Event(new Position("a1", next + 1), "x", 5, "1").json() + "\n");
            if (conversation.number == 1) {
                conversation.reset();
            } else {
                conversation.untilClosed();
            }
        })) {
            var subscription = Reconnecting.subscribe(Clients.named("ndjson"), server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("event a1:2"));
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1", "opened a1:1", "event a1:2");
            assertThat(server.requests.get(1)).contains("after=a1%3A1 ");
            assertThat(subscription.counters().connections()).isEqualTo(2);
            subscription.close();
            await().until(() -> recorder.seen().contains("closed 0 closed by the client"));
        }
    }

    @Test
    void theServersDelayIsObeyed() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk("{\"control\":\"closing\",\"reason\":\"limit\",\"retryAfterMs\":700}\n");
            conversation.lastChunk();
        })) {
            long start = System.nanoTime();
            var subscription = Reconnecting.subscribe(Clients.named("ndjson"), server.target(), "latest", recorder);
            await().until(() -> server.requests.size() >= 2);
            // Of its own accord it would have come back after half a second at the latest.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(690));
            subscription.close();
            await().until(() -> recorder.seen().get(recorder.seen().size() - 1).startsWith("closed"));
        }
    }

    @Test
    void whatCanNeverSucceedIsNotTriedAgain() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.answer("400 Bad Request", "", "{}");
        })) {
            Reconnecting.subscribe(Clients.named("sse"), server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("closed 0 refused with 400"));
            await().during(Duration.ofMillis(800)).until(() -> server.requests.size() == 1);
        }
    }

    @Test
    void tooManyRequestsAreTriedAgain() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.answer("429 Too Many Requests", "Retry-After: 1\r\n", "{}");
        })) {
            var subscription = Reconnecting.subscribe(Clients.named("sse"), server.target(), "latest", recorder);
            await().until(() -> server.requests.size() == 2);
            subscription.close();
        }
    }

    @Test
    void aMuteStreamCountsAsLost() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk("{\"control\":\"ready\",\"next\":\"a1:0\",\"heartbeatMs\":100}\n");
            conversation.untilClosed();
        })) {
            var subscription = Reconnecting.subscribe(Clients.named("ndjson"), server.target(), "latest", recorder);
            await().until(() -> server.requests.size() == 2);
            subscription.close();
        }
    }
}
