package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.strategy.Strategies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every client speaks with the real server, through all that a client does. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pushlab.workload.enabled=false")
class ClientsAgainstServerTests {

    /** What a line of ss begins with: two queues, then the local and the peer's address. */
    private static final String ADDRESSES = "^\\d+\\s+\\d+\\s+(\\S+)\\s+(\\S+).*";

    @Autowired
    private EventLogs logs;

    @Autowired
    private Strategies strategies;

    @LocalServerPort
    private int port;

    private final String topic = "t-" + UUID.randomUUID();
    private final Recorder recorder = new Recorder();
    private Target target;

    @BeforeEach
    void aim() {
        target = Target.of("http://127.0.0.1:" + port).withTopic(topic).withPollInterval(Duration.ofMillis(100));
    }

    static Stream<Client> clients() {
        return Clients.all().stream();
    }

    static Stream<Client> twoWayClients() {
        return clients().filter(Client::twoWay);
    }

    @Test
    void whoPollsAsksAgainAtOnceAsLongAsAnswersAreFull() {
        String large = "\"" + "x".repeat(60_000) + "\"";
        var log = logs.topic(topic);
        IntStream.range(0, 12).forEach(i -> log.append(new Publication("large", large), i));
        var polling =
                Clients.named("polling").subscribe(target.withPollInterval(Duration.ofHours(1)), "earliest", recorder);
        awaitLine("event " + log.head());
        polling.close();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void eachReadsEveryEventAndGoesOnWhereItLeft(Client client) {
        assumeServed(client);
        String before = append(3);
        var first = client.subscribe(target, "earliest", recorder);
        awaitLine("event " + before);
        String middle = append(20);
        awaitLine("event " + middle);
        first.close();
        awaitClosed(recorder);
        assertThat(recorder.cause).isNull();
        assertThat(first.position()).isEqualTo(middle);
        String last = append(300);
        var again = new Recorder();
        var second = client.subscribe(target.withLimit(7), first.position(), again);
        await().until(() -> again.seen().contains("event " + last));
        second.abort();
        awaitClosed(again);

        String epoch = last.substring(0, last.indexOf(':') + 1);
        assertThat(recorder.seen()).startsWith("opened " + epoch + "0").contains("event " + epoch + "1");
        assertThat(events(recorder)).hasSize(23).doesNotHaveDuplicates();
        assertThat(again.seen()).startsWith("opened " + middle, "event " + epoch + "24");
        assertThat(events(again)).hasSize(300).endsWith("event " + epoch + "323");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void eachIsToldAGap(Client client) {
        assumeServed(client);
        String last = append(1);
        var subscription = client.subscribe(target, "zz:5", recorder);
        awaitLine("event " + last);
        assertThat(recorder.seen()).startsWith("opened zz:5", "gap zz:5 " + last + " null restarted", "event " + last);
        subscription.abort();
        awaitClosed(recorder);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void eachIsToldWhyItIsRefused(Client client) {
        assumeServed(client);
        client.subscribe(target, "nonsense", recorder);
        awaitClosed(recorder);
        assertThat(recorder.seen().get(0)).startsWith("refused 400 {").contains("nonsense");
        assertThat(recorder.seen()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("twoWayClients")
    void twoWayClientsPublish(Client client) {
        assumeServed(client);
        var subscription = client.subscribe(target, "latest", recorder);
        await().until(() -> !recorder.seen().isEmpty());
        subscription.publish("{\"ref\":\"mine\",\"type\":\"greeting\",\"data\":\"ü€😀\\u0000\"}");
        await().until(() -> recorder.seen().size() == 3);
        assertThat(recorder.seen())
                .anySatisfy(line -> assertThat(line).startsWith("accepted").contains("\"mine\""));
        assertThat(recorder.lastJson).contains("\"type\":\"greeting\"", "ü€😀");
        subscription.abort();
        awaitClosed(recorder);
    }

    @Test
    void aPublisherIsAnsweredInOrder() {
        try (var publisher = Clients.named("sse").publisher(target)) {
            var published = IntStream.range(0, 2_000)
                    .mapToObj(i -> publisher.publish("{\"type\":\"bench\",\"data\":" + i + "}"))
                    .toList();
            var last = published.get(1_999).orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(published)
                    .extracting(position -> position.join().toString())
                    .isEqualTo(LongStream.rangeClosed(1, 2_000)
                            .mapToObj(offset -> last.at(offset).toString())
                            .toList());
            var refused = publisher.publish("nonsense");
            assertThatThrownBy(() -> refused.orTimeout(20, TimeUnit.SECONDS).join())
                    .hasMessageContaining("refused with 400: {");
        }
    }

    static Stream<Arguments> distances() {
        var near = clients().map(client -> Arguments.of(client, Duration.ZERO));
        var distant = Stream.of("sse", "webhook").map(id -> Arguments.of(Clients.named(id), Duration.ofMillis(20)));
        return Stream.concat(near, distant);
    }

    @ParameterizedTest
    @MethodSource("distances")
    void eachCountsTheBytesThatTheKernelCounts(Client client, Duration rtt) throws IOException, InterruptedException {
        assumeServed(client);
        assumeTrue(available("ss"), "ss, which shows the kernel's counters, is not there");
        var before = kernel(rtt);
        var quiet = target.withPollInterval(Duration.ofHours(1)).withRtt(rtt);
        var subscription = client.subscribe(quiet, "earliest", recorder);
        await().until(() -> !recorder.seen().isEmpty());
        if (!"polling".equals(client.id())) {
            awaitLine("event " + append(50));
        }
        await().untilAsserted(() -> {
            var counters = subscription.counters();
            assertThat(grown(before, kernel(rtt)))
                    .isEqualTo(new Counters(counters.bytesIn(), counters.bytesOut(), 0, counters.connections()));
        });
        subscription.abort();
        awaitClosed(recorder);
    }

    /** What connections have carried since; those that the server opens for webhooks may have been there before. */
    private static Counters grown(Map<String, Counters> before, Map<String, Counters> now) {
        return now.entrySet().stream()
                .map(socket -> socket.getValue().minus(before.getOrDefault(socket.getKey(), Counters.NONE)))
                .reduce(Counters.NONE, Counters::plus);
    }

    /** All connections from this process to the server, and from the server to the receiver of webhooks. */
    private Map<String, Counters> kernel(Duration rtt) throws IOException, InterruptedException {
        String filter =
                "( dport = :" + port + " or sport = :" + WebhookReceiver.at(rtt).port() + " )";
        var process = new ProcessBuilder("ss", "-tinHO", "state", "established", filter).start();
        String sockets = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return sockets.lines()
                .collect(Collectors.toMap(
                        socket -> socket.strip().replaceAll(ADDRESSES, "$1 $2"),
                        socket -> new Counters(
                                figure(socket, "bytes_received"),
                                figure(socket, "bytes_sent") - figure(socket, "bytes_retrans"),
                                0,
                                1)));
    }

    private static long figure(String socket, String name) {
        var matcher = Pattern.compile("\\b" + name + ":(\\d+)").matcher(socket);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static boolean available(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void assumeServed(Client client) {
        assumeTrue(
                strategies.all().stream().anyMatch(strategy -> strategy.id().equals(client.strategy())),
                client.strategy() + " is not served");
    }

    /** Appends so many events; the position of the last. */
    private String append(int count) {
        String position = "";
        for (int i = 0; i < count; i++) {
            var publication = Publication.parse(("{\"data\":{\"n\":" + i + "}}").getBytes(StandardCharsets.UTF_8));
            position = logs.topic(topic).append(publication, 5).id().toString();
        }
        return position;
    }

    private void awaitLine(String line) {
        await().until(() -> recorder.seen().contains(line));
    }

    private static void awaitClosed(Recorder recorder) {
        await().until(() -> recorder.seen().stream().anyMatch(line -> line.startsWith("closed")));
    }

    private static List<String> events(Recorder recorder) {
        return recorder.seen().stream()
                .filter(line -> line.startsWith("event "))
                .toList();
    }
}
