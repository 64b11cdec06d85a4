package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Reconnecting;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pushlab.workload.enabled=false",
            "pushlab.push.too-slow=2s",
            "pushlab.push.heartbeat=1s",
            "pushlab.log.total-bytes=1GB"
        })
class StalledClientsTests {

    private static final String[] CLIENTS = {"sse", "websocket", "stomp", "sockjs-websocket", "sockjs-xhr-streaming"};
    private static final int EVENTS = 200;
    private static final String LARGE = '"' + "x".repeat(60_000) + '"';

    /** The fan-out has a thread a core, and the pump's own. */
    private static final int STALLED = 2 * (Runtime.getRuntime().availableProcessors() + 1);

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @Autowired
    Pumps pumps;

    @Autowired
    Strategies strategies;

    private final List<Subscription> subscriptions = new ArrayList<>();
    private Target target;
    private EventLog log;

    @BeforeEach
    void beginTopic() {
        String topic = "t-" + UUID.randomUUID();
        log = logs.topic(topic);
        target = Target.of("http://127.0.0.1:" + port).withTopic(topic);
    }

    @AfterEach
    void leave() {
        subscriptions.forEach(Subscription::abort);
    }

    private Recorder subscribe(String client, Target itsTarget) {
        var recorder = new Recorder();
        subscriptions.add(Clients.named(client).subscribe(itsTarget, "latest", recorder));
        await().until(() -> recorder.openedAt != null);
        return recorder;
    }

    private List<Recorder> stall(String client) {
        var recorders = new ArrayList<Recorder>();
        for (int i = 0; i < STALLED; i++) {
            recorders.add(subscribe(client, target.withReceiveBuffer(4_096)));
            subscriptions.get(subscriptions.size() - 1).pauseReading();
        }
        return recorders;
    }

    private List<String> publish() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < EVENTS; i++) {
            ids.add(log.append(new Publication("test", LARGE), i).id().toString());
        }
        return ids;
    }

    private long tooSlow() {
        return tallies()
                .mapToLong(tally -> tally.drops().getOrDefault("too-slow", 0L))
                .sum();
    }

    private Stream<Tally> tallies() {
        var theirs = Stream.of(CLIENTS)
                .map(client -> Clients.named(client).strategy())
                .toList();
        return strategies.all().stream()
                .filter(strategy -> theirs.contains(strategy.id()))
                .map(pumps::tally);
    }

    @ParameterizedTest
    @FieldSource("CLIENTS")
    void nobodyElseNoticesClientsThatTakeNothing(String client) {
        List<Recorder> stalled = stall(client);
        var others = new ArrayList<Recorder>();
        for (String other : List.of("sse", "stomp", "websocket", "long-polling")) {
            others.add(subscribe(other, target));
            others.add(subscribe(other, target));
        }
        List<String> ids = publish();
        for (Recorder other : others) {
            await().until(() -> other.ids.size() == EVENTS);
            assertThat(other.ids).isEqualTo(ids);
        }
        assertThat(stalled).allMatch(recorder -> recorder.ids.size() < EVENTS);
    }

    @Test
    void whoTakesNothingForLongIsDroppedAndLosesNothing() {
        await().until(() -> tallies().allMatch(tally -> tally.connections() == 0));
        long before = tooSlow();
        var recorders = new LinkedHashMap<String, Recorder>();
        for (String client : CLIENTS) {
            var recorder = new Recorder();
            recorders.put(client, recorder);
            var itsTarget = target.withReceiveBuffer(4_096);
            subscriptions.add(Reconnecting.subscribe(Clients.named(client), itsTarget, "latest", recorder));
            await(client).until(() -> recorder.openedAt != null);
        }
        subscriptions.forEach(Subscription::pauseReading);
        List<String> ids = publish();
        await().untilAsserted(() -> assertThat(tooSlow() - before).isEqualTo(CLIENTS.length));
        await().until(() -> tallies().allMatch(tally -> tally.connections() == 0));
        subscriptions.forEach(Subscription::resumeReading);
        recorders.forEach((client, recorder) -> {
            await(client).until(() -> recorder.ids.size() >= EVENTS);
            assertThat(recorder.ids).as(client).isEqualTo(ids);
            assertThat(recorder.gaps).as(client).isEmpty();
        });
    }
}
