package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Lines over TCP, to read and to publish. */
class BareClientTests {

    private static final String JSON = "{\"type\":\"bench\",\"data\":\"ü\"}";
    private final Recorder recorder = new Recorder();

    @Test
    void linesAreReadAndCounted() throws IOException {
        try (var server = new FakeServer(conversation -> {
            assertThat(line(conversation)).isEqualTo("subscribe");
            conversation.send("{\"control\":\"ready\",\"next\":\"bare:7\",\"heartbeatMs\":0}\n" + event(8) + "\n{\"id");
            conversation.send(event(9).substring(4) + "\n");
        })) {
            var subscription = Clients.bare().subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().size() == 4);
            assertThat(recorder.seen())
                    .containsExactly("opened bare:7", "event bare:8", "event bare:9", "closed 0 end of stream");
            assertThat(recorder.lastJson).isEqualTo(event(9));
            assertThat(subscription.counters())
                    .isEqualTo(new Counters(server.bytesOut.get(), server.bytesIn.get(), 0, 1));
        }
    }

    @Test
    void aLineThatIsNoEventIsAViolation() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.send("welcome\n");
            conversation.untilClosed();
        })) {
            Clients.bare().subscribe(server.target(), "latest", recorder);
            await().until(() -> !recorder.seen().isEmpty());
            assertThat(recorder.cause).isInstanceOf(ContractViolation.class);
        }
    }

    @Test
    void eachLinePublishedIsAnsweredByItsPosition() throws IOException {
        try (var server = new FakeServer(conversation -> {
                    assertThat(line(conversation)).isEqualTo("publish");
                    assertThat(line(conversation)).isEqualTo(JSON);
                    assertThat(line(conversation)).isEqualTo(JSON);
                    conversation.send("bare:1\nbare:2\n");
                    line(conversation);
                });
                var publisher = Clients.bare().publisher(server.target())) {
            var first = publisher.publish(JSON);
            var second = publisher.publish(JSON);
            assertThat(first.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(new Position("bare", 1));
            assertThat(second.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(new Position("bare", 2));
            var unanswered = publisher.publish(JSON);
            assertThatThrownBy(() -> unanswered.orTimeout(10, TimeUnit.SECONDS).join())
                    .hasMessageContaining("the connection was lost");
        }
    }

    @Test
    void theFloorIsNoStrategy() {
        assertThat(Clients.bare().id()).isEqualTo("bare");
        assertThat(Clients.all()).doesNotContain(Clients.bare());
    }

    private static String line(FakeServer.Conversation conversation) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = conversation.read(); next != '\n'; next = conversation.read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String event(long offset) {
        return new Event(new Position("bare", offset), "bench", 5, "\"some text\"").json();
    }
}
