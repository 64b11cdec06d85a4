package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Publishing over one connection that many events are on at a time. */
class PublisherTests {

    private static final String JSON = "{\"type\":\"bench\",\"data\":1}";
    private final Client client = Clients.named("sse");

    @Test
    void eventsLeaveWithoutWaitingForAnswers() throws IOException {
        try (var server = new FakeServer(conversation -> {
                    for (int i = 0; i < 3; i++) {
                        conversation.request();
                    }
                    for (int i = 1; i <= 3; i++) {
                        conversation.answer("201 Created", "", event(i));
                    }
                    conversation.untilClosed();
                });
                var publisher = client.publisher(server.target()
                        .withTopic("t")
                        .withHeader("X-Own", "mine")
                        .withRtt(Duration.ofHours(1)))) {
            assertThat(positions(publish(publisher, 3))).containsExactly("a1:1", "a1:2", "a1:3");
            assertThat(server.requests.get(0))
                    .startsWith("POST /api/events?topic=t HTTP/1.1\r\n")
                    .containsIgnoringCase("x-own: mine\r\n")
                    .containsIgnoringCase("content-type: application/json\r\n");
        }
    }

    @Test
    void oneRefusalIsNotTheOthers() throws IOException {
        try (var server = new FakeServer(conversation -> {
                    conversation.request();
                    conversation.answer("201 Created", "", event(1));
                    conversation.request();
                    conversation.answer("400 Bad Request", "", "{\"title\":\"no JSON\"}");
                    conversation.request();
                    conversation.answer("201 Created", "", event(2));
                    conversation.untilClosed();
                });
                var publisher = client.publisher(server.target())) {
            var published = publish(publisher, 3);
            assertThatThrownBy(() -> get(published.get(1)))
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessageContaining("refused with 400: {\"title\":\"no JSON\"}");
            assertThat(positions(List.of(published.get(0), published.get(2)))).containsExactly("a1:1", "a1:2");
        }
    }

    @Test
    void allThatIsUnansweredFailsWithTheConnectionAndTheNextConnectsAnew() throws IOException {
        try (var server = new FakeServer(conversation -> {
                    conversation.request();
                    conversation.answer("201 Created", "", event(conversation.number));
                    conversation.request();
                    if (conversation.number == 1) {
                        conversation.reset();
                    }
                    conversation.untilClosed();
                });
                var publisher = client.publisher(server.target())) {
            var published = publish(publisher, 3);
            assertThat(positions(published.subList(0, 1))).containsExactly("a1:1");
            for (var lost : published.subList(1, 3)) {
                assertThatThrownBy(() -> get(lost))
                        .hasCauseInstanceOf(IOException.class)
                        .hasMessageContaining("the connection was lost");
            }
            assertThat(positions(publish(publisher, 1))).containsExactly("a1:2");
        }
    }

    @Test
    void anAnswerThatEndsTheConnectionFailsTheRequestsBehindIt() throws IOException {
        var asked = new CountDownLatch(1);
        try (var server = new FakeServer(conversation -> {
                    conversation.request();
                    conversation.request();
                    conversation.answer("201 Created", "Connection: close\r\n", event(1));
                    conversation.untilClosed();
                    asked.countDown();
                });
                var publisher = client.publisher(server.target())) {
            var published = publish(publisher, 2);
            assertThat(positions(published.subList(0, 1))).containsExactly("a1:1");
            assertThatThrownBy(() -> get(published.get(1))).hasMessageContaining("the connection was lost");
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsNotThereGetsNothing() throws IOException {
        var server = new FakeServer(conversation -> {});
        server.close();
        try (var publisher = client.publisher(server.target())) {
            var published = publisher.publish(JSON);
            assertThatThrownBy(() -> get(published)).hasMessageContaining("refused");
        }
    }

    @Test
    void nothingIsPublishedAfterTheClose() throws IOException {
        try (var server = new FakeServer(FakeServer.Conversation::untilClosed)) {
            var publisher = client.publisher(server.target());
            var before = publisher.publish(JSON);
            publisher.close();
            var after = publisher.publish(JSON);
            assertThatThrownBy(() -> get(before)).hasMessageContaining("closed");
            assertThatThrownBy(() -> get(after)).hasMessageContaining("closed");
        }
    }

    private static List<CompletableFuture<Position>> publish(Publisher publisher, int events) {
        var published = new ArrayList<CompletableFuture<Position>>();
        for (int i = 0; i < events; i++) {
            published.add(publisher.publish(JSON));
        }
        return published;
    }

    private static List<String> positions(List<CompletableFuture<Position>> published) {
        return published.stream().map(position -> get(position).toString()).toList();
    }

    private static Position get(CompletableFuture<Position> published) {
        return published.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String event(long offset) {
        return new Event(new Position("a1", offset), "bench", 5, "1").json();
    }
}
