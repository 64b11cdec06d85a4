package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.strategy.Recorder;
import dev.pushlab.strategy.Strategies;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The kernel counts the same bytes at the same sockets, without knowing what they are. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=300ms"})
class KernelAgreementTests {

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @Autowired
    Taps taps;

    @Autowired
    Strategies strategies;

    private final Recorder recorder = new Recorder();

    private Subscription subscribe(String client) {
        String topic = "kernel-" + client;
        Subscription subscription = Clients.named(client)
                .subscribe(
                        Target.of("http://127.0.0.1:" + port)
                                .withTopic(topic)
                                .withPollInterval(Duration.ofMillis(40))
                                .withLongestWait(Duration.ofMillis(300)),
                        "latest",
                        recorder);
        await().until(() -> recorder.openedAt != null);
        for (int i = 0; i < 20; i++) {
            logs.topic(topic).append(new Publication("test", "\"" + "x".repeat(i * 50) + "\""), 0);
        }
        await().until(() -> recorder.ids.size() == 20);
        return subscription;
    }

    private Traffic.Sum sum(String id) {
        return strategies.all().stream()
                .filter(strategy -> strategy.id().equals(id))
                .map(taps::traffic)
                .findFirst()
                .orElseThrow()
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "polling, polling",
        "long-polling, long-polling",
        "sse, sse",
        "ndjson, ndjson",
        "websocket, websocket",
        "stomp, stomp",
        "sockjs-websocket, stomp",
        "sockjs-xhr-streaming, stomp",
        "sockjs-eventsource, stomp",
        "sockjs-xhr-polling, stomp"
    })
    void everyStrategysBytesAreTheKernels(String client, String strategy) {
        await().untilAsserted(() -> assertThat(Kernel.of(port).sockets()).isZero());
        await().untilAsserted(() -> assertThat(taps.sockets().open()).isZero());
        Traffic.Sum before = sum(strategy);
        Traffic.Sum otherBefore = taps.other().sum();
        Subscription subscription = subscribe(client);
        try {
            // Between the two looks a heartbeat or a poll may pass.
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(37))
                    .untilAsserted(() -> {
                        Traffic.Sum now = sum(strategy);
                        Kernel kernel = Kernel.of(port);
                        assertThat(now.in() - before.in())
                                .isEqualTo(kernel.in())
                                .isPositive();
                        assertThat(now.out() - before.out())
                                .isEqualTo(kernel.out())
                                .isPositive();
                    });
            assertThat(sum(strategy).requests() - before.requests()).isPositive();
            assertThat(taps.other().sum()).isEqualTo(otherBefore);
        } finally {
            subscription.close();
        }
    }

    @Test
    void theOpenSocketsAreTheKernels() {
        Subscription first = subscribe("sse");
        Subscription second = subscribe("websocket");
        try {
            await().pollInterval(Duration.ofMillis(37)).untilAsserted(() -> {
                Taps.OpenSockets open = taps.sockets();
                Kernel kernel = Kernel.of(port);
                assertThat(new Kernel(open.open(), open.bytesIn(), open.bytesOut()))
                        .isEqualTo(kernel);
                assertThat(kernel.sockets()).isEqualTo(2);
            });
        } finally {
            first.close();
            second.close();
        }
    }
}
