package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Position;
import dev.pushlab.log.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class SwitchingTests {

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    private final ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
    private Target target;

    @BeforeEach
    void letEventsFlow() {
        EventLog log = logs.topic("switching");
        target = Target.of("http://127.0.0.1:" + port).withTopic("switching").withPollInterval(Duration.ofMillis(20));
        publisher.scheduleAtFixedRate(() -> log.append(new Publication("test", "1"), 0), 0, 2, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stop() {
        publisher.shutdownNow();
    }

    static List<String> clients() {
        return Clients.all().stream().map(Client::id).toList();
    }

    /** Somebody who has left one strategy and goes on with another. */
    private record Switch(String from, String to, Recorder before, Recorder after, Subscription current) {}

    @ParameterizedTest
    @MethodSource("clients")
    void whoGoesOnWithAnotherStrategyLosesAndRepeatsNothing(String from) {
        var leaving = new ArrayList<Switch>();
        for (String to : clients()) {
            var before = new Recorder();
            leaving.add(new Switch(from, to, before, null, Clients.named(from).subscribe(target, "latest", before)));
        }
        await().until(() -> leaving.stream().allMatch(one -> one.before.ids.size() > 20));
        var going = new ArrayList<Switch>();
        for (Switch one : leaving) {
            one.current.abort();
            var after = new Recorder();
            await().until(() -> one.before.closed);
            Subscription next = Clients.named(one.to).subscribe(target, one.current.position(), after);
            going.add(new Switch(from, one.to, one.before, after, next));
        }
        await().until(() -> going.stream().allMatch(one -> one.after.ids.size() > 20));
        for (Switch one : going) {
            one.current.close();
            var all = new ArrayList<>(one.before.ids);
            all.addAll(one.after.ids);
            assertThat(all).as(one.from + " to " + one.to).isEqualTo(dense(all.get(0), all.size()));
            assertThat(one.after.gaps).isEmpty();
        }
    }

    private static List<String> dense(String first, int count) {
        Position start = Position.parse(first);
        return LongStream.range(0, count)
                .mapToObj(i -> start.at(start.offset() + i).toString())
                .toList();
    }
}
