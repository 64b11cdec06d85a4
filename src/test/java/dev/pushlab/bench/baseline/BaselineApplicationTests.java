package dev.pushlab.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Listener;
import dev.pushlab.bench.client.Target;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@SpringBootTest(useMainMethod = UseMainMethod.ALWAYS, webEnvironment = WebEnvironment.RANDOM_PORT)
class BaselineApplicationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final Heard heard = new Heard();
    private Target target;

    @BeforeEach
    void aim() {
        target = Target.of("http://127.0.0.1:" + port).withPollInterval(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "long-polling", "sse", "websocket", "stomp", "sockjs-xhr-streaming"})
    void eachClientReadsWhatIsPublished(String client) throws IOException, InterruptedException {
        publish("{\"type\":\"early\",\"data\":0}");
        var subscription = Clients.named(client).subscribe(target, "latest", heard);
        await().until(() -> heard.next != null);
        // One after the other: the simple broker may turn the order round.
        for (int n = 1; n <= 3; n++) {
            heard.expected.add(publish("{\"type\":\"bench\",\"data\":[1000000000000001,\"x\u00fc" + n + "\"]}"));
            await().until(() -> heard.events.size() >= heard.expected.size());
        }
        subscription.abort();
        await().until(() -> heard.closed);

        assertThat(heard.events).isEqualTo(heard.expected);
        assertThat(heard.events.get(0))
                .startsWith("{\"id\":\"" + following(heard.next) + "\",\"type\":\"bench\",\"dueAt\":");
        assertThat(subscription.position()).isEqualTo(following(following(following(heard.next))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "long-polling"})
    void aRequestGetsAllThatIsNewerThanItsPosition(String client) throws IOException, InterruptedException {
        String first = publish("{\"data\":1}");
        String second = publish("{\"data\":2}");
        var subscription = Clients.named(client).subscribe(target, "earliest", heard);
        await().until(() -> heard.events.contains(second));
        subscription.abort();
        await().until(() -> heard.closed);
        assertThat(heard.next).endsWith(":0");
        assertThat(heard.events).endsWith(first, second);
    }

    @Test
    void aLongPollThatEndsWithoutAnEventIsFollowedByTheNext() throws IOException, InterruptedException {
        var impatient = target.withLongestWait(Duration.ofMillis(20));
        var subscription = Clients.named("long-polling").subscribe(impatient, "latest", heard);
        await().until(() -> subscription.counters().requests() >= 4);
        String event = publish("{\"data\":1}");
        await().until(() -> heard.events.contains(event));
        subscription.abort();
        await().until(() -> heard.closed);
        assertThat(heard.events).containsExactly(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/js/api.js", "/api/strategies", "/actuator/health", "/v3/api-docs"})
    void servesNothingOfTheMainApplication(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void hasOurBeansOfItsOwnPackageOnly() {
        var ours = Stream.of(context.getBeanDefinitionNames())
                .map(context::getType)
                .map(Class::getName)
                .filter(name -> name.startsWith("dev.pushlab."));
        assertThat(ours).isNotEmpty().allMatch(name -> name.startsWith("dev.pushlab.bench.baseline."));
    }

    /** Publishes and returns the event. */
    private String publish(String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.body();
    }

    private static String following(String position) {
        int colon = position.indexOf(':');
        return position.substring(0, colon + 1) + (Integer.parseInt(position.substring(colon + 1)) + 1);
    }

    /** Writes down what a client is told. */
    private static final class Heard implements Listener {

        private final List<String> expected = new CopyOnWriteArrayList<>();
        private final List<String> events = new CopyOnWriteArrayList<>();
        private volatile String next;
        private volatile boolean closed;

        @Override
        public void opened(String position, long heartbeatMs) {
            next = position;
        }

        @Override
        public void event(String epoch, long offset, long dueAt, ByteBuf json) {
            events.add(json.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void closed(int code, String reason, Throwable cause) {
            closed = true;
        }
    }
}
