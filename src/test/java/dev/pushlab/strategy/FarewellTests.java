package dev.pushlab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.PushLabApplication;
import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Reconnecting;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Gap;
import dev.pushlab.log.Publication;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class FarewellTests {

    private static final Pattern RETRY = Pattern.compile("\"retryAfterMs\":([0-9]+)");

    private final List<Subscription> subscriptions = new ArrayList<>();
    private ConfigurableApplicationContext server;

    @AfterEach
    void stop() {
        subscriptions.forEach(Subscription::abort);
        server.close();
    }

    private Target start(int port, String... settings) {
        server = new SpringApplicationBuilder(PushLabApplication.class)
                .properties(settings)
                .run("--server.port=" + port, "--pushlab.workload.enabled=false");
        int actual = ((WebServerApplicationContext) server).getWebServer().getPort();
        return Target.of("http://127.0.0.1:" + actual);
    }

    private void append(int count) {
        var log = server.getBean(EventLogs.class).topic(null);
        for (int i = 0; i < count; i++) {
            log.append(new Publication("test", "1"), i);
        }
    }

    private static void awaitOpened(Collection<Recorder> recorders) {
        await().until(() -> recorders.stream().allMatch(recorder -> recorder.openedAt != null));
    }

    @Test
    void everybodyIsToldOfARestartAndGoesOn() {
        Target target = start(0, "pushlab.push.reconnect-min=100ms", "pushlab.push.reconnect-max=1s");
        Map<Client, Recorder> recorders = new LinkedHashMap<>();
        for (Client client : Clients.all()) {
            var recorder = new Recorder();
            recorders.put(client, recorder);
            subscriptions.add(
                    Reconnecting.subscribe(client, target.withPollInterval(Duration.ofMillis(50)), "latest", recorder));
        }
        awaitOpened(recorders.values());
        append(3);
        recorders.values().forEach(recorder -> await().until(() -> recorder.ids.size() == 3));

        long begun = System.nanoTime();
        server.close();
        // A second is given to the clients; whoever waited for them to go would wait for the idle timeout, 30 s.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        recorders.forEach((client, recorder) -> {
            if (recorder.heartbeatMs > 0) {
                await(client.id()).until(() -> recorder.hasControl("closing"));
                assertThat(String.join("", recorder.controls)).contains("\"reason\":\"shutdown\"");
            }
        });

        start(target.base().getPort());
        append(2);
        recorders.forEach((client, recorder) -> {
            await(client.id()).until(() -> recorder.ids.size() >= 5);
            assertThat(recorder.ids).as(client.id()).hasSize(5).doesNotHaveDuplicates();
            assertThat(recorder.gaps).as(client.id()).extracting(Gap::reason).containsExactly(Gap.Reason.RESTARTED);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/websocket", "/api/stomp/websocket"})
    void aWebSocketIsClosedWithACodeAndAReason(String path) throws Exception {
        Target target = start(0);
        var received = new Received();
        WebSocket socket = received.open(target.base().getPort(), path);
        if (path.contains("stomp")) {
            socket.sendText("CONNECT\naccept-version:1.2\nhost:localhost\n\n\0", true)
                    .join();
            socket.sendText("SUBSCRIBE\nid:0\ndestination:/topic/events\n\n\0", true)
                    .join();
        }
        await().until(() -> received.texts.stream().anyMatch(text -> text.contains("ready")));
        server.close();
        await().until(() -> received.closed != null);
        assertThat(received.closed).startsWith("1001 The server has ended the s");
    }

    @Test
    void fiveHundredClientsAreToldToComeBackAtTimesThatFillTheWindow() {
        Target target = start(0);
        var recorders = new ArrayList<Recorder>();
        for (int i = 0; i < 500; i++) {
            var recorder = new Recorder();
            recorders.add(recorder);
            subscriptions.add(Clients.named("sse").subscribe(target, "latest", recorder));
        }
        awaitOpened(recorders);
        server.close();
        var tenths = new int[10];
        await().until(() -> recorders.stream().allMatch(recorder -> recorder.hasControl("closing")));
        for (Recorder recorder : recorders) {
            var delay = RETRY.matcher(String.join("", recorder.controls));
            assertThat(delay.find()).isTrue();
            int ms = Integer.parseInt(delay.group(1));
            assertThat(ms).isBetween(1_000, 5_000);
            tenths[Math.min(9, (ms - 1_000) / 400)]++;
        }
        // 50 each on average; 20 is more than four standard deviations away.
        assertThat(IntStream.of(tenths)).allMatch(count -> count > 20 && count < 85);
    }
}
