package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Listener;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.log.Event;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;
import dev.pushlab.log.Publication;
import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every strategy promises, over real connections to a running server; one subclass a client. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pushlab.workload.enabled=false",
            "pushlab.push.heartbeat=500ms",
            "pushlab.log.events=4096",
        })
abstract class StrategyContractTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    private final Client client;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Target target;
    private EventLog log;

    StrategyContractTests(String clientId) {
        client = Clients.named(clientId);
    }

    @BeforeEach
    void beginTopic() {
        String topic = "t-" + UUID.randomUUID();
        log = logs.topic(topic);
        target = Target.of("http://127.0.0.1:" + port)
                .withTopic(topic)
                .withPollInterval(Duration.ofMillis(20))
                .withLongestWait(Duration.ofSeconds(2));
    }

    @AfterEach
    void leave() {
        subscriptions.forEach(Subscription::close);
    }

    /** How many subscriptions are opened at once while events flow. */
    int crowd() {
        return 1_000;
    }

    boolean streams() {
        return true;
    }

    private Recorder subscribe(String after) {
        return subscribe(target, after);
    }

    private Recorder subscribe(Target itsTarget, String after) {
        var recorder = new Recorder();
        subscriptions.add(client.subscribe(itsTarget, after, recorder));
        return recorder;
    }

    private static void awaitOpened(Recorder recorder) {
        await().until(() -> recorder.openedAt != null);
    }

    private String publish(String topic, String data) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events?topic=" + topic))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"test\",\"data\":" + data + "}"))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.body().replaceAll("^\\{\"id\":\"([^\"]+)\".*$", "$1");
    }

    private List<String> publish(int count) throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(publish(log.topic(), "{\"n\":" + i + "}"));
        }
        return ids;
    }

    private List<String> append(int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            Event event = log.append(new Publication("test", Integer.toString(i)), i);
            ids.add(event.id().toString());
        }
        return ids;
    }

    private static void awaitIds(Recorder recorder, List<String> expected) {
        await().until(() -> recorder.ids.size() >= expected.size());
        assertThat(recorder.ids).containsExactlyElementsOf(expected);
    }

    @Test
    void everyEventArrivesOnceAndInOrder() throws Exception {
        Recorder recorder = subscribe("latest");
        awaitOpened(recorder);
        awaitIds(recorder, publish(50));
        assertThat(recorder.gaps).isEmpty();
    }

    @Test
    void anEventArrivesAsItWasAccepted() throws Exception {
        Recorder recorder = subscribe("earliest");
        String data = "{\"text\":\"héllo 한국 🎈 \\u0000 \\\"\\\\ </script>\",\"n\":[1,2.50,-3e7,null,true]}";
        String id = publish(log.topic(), data);
        awaitIds(recorder, List.of(id));
        JsonNode event = JSON.readTree(recorder.events.get(0));
        assertThat(event.propertyNames()).containsExactly("id", "type", "dueAt", "data");
        assertThat(event.get("id").asString()).isEqualTo(id);
        assertThat(event.get("data")).isEqualTo(JSON.readTree(data));
    }

    @Test
    void theStartIsToldBeforeThereIsAnyEvent() {
        Recorder recorder = subscribe("latest");
        awaitOpened(recorder);
        assertThat(recorder.openedAt).isEqualTo(log.head().toString()).endsWith(":0");
        assertThat(recorder.story.get(0)).isEqualTo("opened");
    }

    @Test
    void whoStartsAtTheEarliestGetsAllThatIsHeld() {
        List<String> ids = append(700);
        awaitIds(subscribe("earliest"), ids);
    }

    @Test
    void whoComesBackGoesOnAfterTheLastPosition() throws Exception {
        Recorder before = subscribe("latest");
        awaitOpened(before);
        List<String> first = publish(5);
        awaitIds(before, first);
        String position = subscriptions.get(0).position();
        assertThat(position).isEqualTo(first.get(4));
        subscriptions.get(0).abort();

        List<String> second = append(300);
        Recorder after = subscribe(position);
        awaitIds(after, second);
        awaitOpened(after);
        assertThat(after.openedAt).isEqualTo(position);
    }

    @Test
    void whoNeverSawAnEventCanComeBackToo() {
        Recorder before = subscribe("latest");
        awaitOpened(before);
        subscriptions.get(0).abort();
        List<String> ids = append(3);
        awaitIds(subscribe(before.openedAt), ids);
    }

    @Test
    void aGapIsToldWhenThePositionHasExpired() {
        append(3 * 4096);
        Position requested = log.head().at(5);
        Position oldest = log.beginning().at(log.beginning().offset() + 1);
        Recorder recorder = subscribe(requested.toString());
        await().until(() -> recorder.ids.size() >= 4096);
        assertThat(recorder.gaps).containsExactly(new Gap(requested, oldest, oldest.offset() - 6, Gap.Reason.EXPIRED));
        assertThat(recorder.ids.get(0)).isEqualTo(oldest.toString());
        assertThat(recorder.ids).hasSize(4096).doesNotHaveDuplicates();
        assertThat(recorder.story.indexOf("gap")).isLessThan(recorder.story.indexOf("event"));
    }

    @Test
    void aGapIsToldWhenTheServerHasRestarted() {
        List<String> ids = append(5);
        Position ofAnotherLife = new Position("anotherlife", 3);
        Recorder recorder = subscribe(ofAnotherLife.toString());
        awaitIds(recorder, ids);
        assertThat(recorder.gaps)
                .containsExactly(new Gap(ofAnotherLife, log.head().at(1), null, Gap.Reason.RESTARTED));
        if (streams()) {
            assertThat(recorder.openedAt).isEqualTo(ofAnotherLife.toString());
        }
    }

    @Test
    void aGapIsToldAtOnceWhenThereIsNoEvent() {
        Recorder recorder = subscribe("anotherlife:3");
        await().until(() -> !recorder.gaps.isEmpty());
        assertThat(recorder.gaps.get(0).resumesAt()).isEqualTo(log.head().at(1));
        awaitIds(recorder, append(2));
    }

    @Test
    void aPositionAheadOfTheLogIsAGapToo() {
        append(2);
        Recorder recorder = subscribe(log.head().at(1_000).toString());
        await().until(() -> recorder.ids.size() == 2);
        assertThat(recorder.gaps.get(0).reason()).isEqualTo(Gap.Reason.RESTARTED);
    }

    @Test
    void nothingSlipsBetweenReplayAndLive() throws Exception {
        var ledgers = new ArrayList<Ledger>();
        var opened = new AtomicInteger();
        append(20);
        for (int i = 0; i < crowd(); i++) {
            var ledger = new Ledger();
            ledgers.add(ledger);
            subscriptions.add(client.subscribe(target, i % 2 == 0 ? "earliest" : "latest", new Listener() {
                @Override
                public void opened(String next, long heartbeatMs) {
                    ledger.opened(next);
                    // For those who are between replay and live at this moment.
                    append(1);
                    opened.incrementAndGet();
                }

                @Override
                public void event(String epoch, long offset, long dueAt, ByteBuf json) {
                    ledger.received(epoch, offset);
                }

                @Override
                public void gap(Gap gap) {
                    ledger.gap(gap);
                }
            }));
            append(1);
        }
        await().until(() -> opened.get() == crowd());
        append(10);
        Position head = log.head();
        await().until(() ->
                ledgers.stream().allMatch(ledger -> ledger.line(head).lost() == 0));
        assertThat(ledgers).allMatch(ledger -> ledger.line(head).clean());
        assertThat(ledgers).allMatch(ledger -> ledger.line(head).explained() == 0);
    }

    @Test
    void topicsAreKeptApart() throws Exception {
        Recorder here = subscribe("latest");
        Recorder there = subscribe(target.withTopic(log.topic() + "-x"), "latest");
        awaitOpened(here);
        awaitOpened(there);
        String other = publish(log.topic() + "-x", "1");
        String mine = publish(log.topic(), "2");
        awaitIds(here, List.of(mine));
        awaitIds(there, List.of(other));
    }

    @Test
    void aMalformedPositionIsRefusedForGood() {
        Recorder recorder = subscribe("yesterday");
        await().until(() -> recorder.closed);
        assertThat(recorder.refusedStatus).isEqualTo(400);
        assertThat(recorder.problem).contains("urn:push-lab:problem:invalid-position", "yesterday", "earliest");
    }

    @Test
    void aMalformedTopicIsRefusedForGood() {
        Recorder recorder = subscribe(target.withTopic("No_Such-Topic"), "latest");
        await().until(() -> recorder.closed);
        assertThat(recorder.refusedStatus).isEqualTo(400);
        assertThat(recorder.problem).contains("urn:push-lab:problem:invalid-topic");
    }

    @Test
    void heartbeatsCanBeRead() {
        Assumptions.assumeTrue(streams(), "Who asks again and again needs no heartbeat");
        Recorder recorder = subscribe("latest");
        await().until(() -> recorder.hasControl("heartbeat"));
        assertThat(recorder.heartbeatMs).isEqualTo(500);
    }

    @Test
    void whatAClientPublishesIsAnswered() {
        Assumptions.assumeTrue(client.twoWay(), "One direction only");
        Recorder recorder = subscribe("latest");
        awaitOpened(recorder);
        subscriptions.get(0).publish("{\"ref\":\"a-1\",\"type\":\"test\",\"data\":{\"x\":1}}");
        await().until(() -> recorder.hasControl("accepted") && recorder.ids.size() == 1);
        assertThat(recorder.controls)
                .contains("{\"control\":\"accepted\",\"ref\":\"a-1\",\"id\":\"" + recorder.ids.get(0) + "\"}");
    }

    @Test
    void whatIsRejectedTakesNoOffset() {
        Assumptions.assumeTrue(client.twoWay(), "One direction only");
        Recorder recorder = subscribe("latest");
        awaitOpened(recorder);
        subscriptions.get(0).publish("{\"ref\":7,\"data\":");
        await().until(() -> recorder.hasControl("rejected") || recorder.refusedStatus == 400);
        String told = recorder.refusedStatus == 400 ? recorder.problem : String.join("", recorder.controls);
        assertThat(told).contains("urn:push-lab:problem:invalid-event");
        assertThat(log.head().offset()).isZero();
    }
}
