package dev.pushlab.strategy.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.Publication;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTests extends WebhookServer {

    @Test
    void everyEventIsPostedOnceInOrderAndOneAtATime() throws Exception {
        Hook hook = hook();
        register(hook.url(), "latest");
        List<String> ids = append(300);
        awaitIds(hook, ids);
        assertThat(hook.mostAtOnce).hasValue(1);
        awaitCaughtUp();
        assertThat(status().position()).hasToString(ids.get(299));
    }

    @Test
    void aDeliveryIsTheEventSignedByTheStandard() throws Exception {
        Hook hook = hook();
        String secret = register(hook.url(), "latest").get("secret").asString();
        var event = log.append(new Publication("test", "{\"text\":\"héllo 한국 🎈\",\"n\":[1,2.50,-3e7]}"), 1);
        awaitIds(hook, List.of(event.id().toString()));
        Hook.Request request = hook.requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/hook?from=push-lab");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("webhook-timestamp"))
                .isEqualTo(Long.toString(timing.now().getEpochSecond()));
        assertThat(request.header("accept-encoding")).isEmpty();
        assertThat(request.body()).isEqualTo(event.json());
        hook.verifyAll(secret);
    }

    @Test
    void itStartsWhereItIsToldTo() throws Exception {
        List<String> ids = append(5);
        Hook earliest = hook();
        Hook position = hook();
        register(earliest.url(), "earliest");
        register(position.url(), ids.get(2));
        awaitIds(earliest, ids);
        awaitIds(position, ids.subList(3, 5));
    }

    @Test
    void aFailedAttemptIsRepeatedAfterPausesThatGrowUpToAMinute() throws Exception {
        Hook hook = hook().always(Hook.status(500));
        String secret = register(hook.url(), "latest").get("secret").asString();
        timing.chance(0.999_999_999);
        String id = append(1).get(0);
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            awaitPause();
            assertThat(status().state()).isEqualTo("retrying");
            assertThat(status().lastStatus()).isEqualTo(500);
            assertThat(status().failures()).isEqualTo(i + 1);
            assertThat(status().lag()).isEqualTo(1);
            long announced = status().retryInMs();
            Duration pause = timing.endPause();
            assertThat(pause).hasMillis(announced);
            pauses.add(announced);
        }
        assertThat(pauses).containsExactly(1999L, 3999L, 7999L, 15999L, 31999L, 59999L, 59999L);
        awaitPause();
        hook.always(Hook.status(200));
        timing.endPause();
        awaitCaughtUp();
        assertThat(status().failures()).isZero();
        assertThat(hook.ids()).hasSize(9).containsOnly(id);
        assertThat(hook.requests.stream()
                        .map(request -> request.header("webhook-timestamp"))
                        .distinct())
                .hasSize(9);
        hook.verifyAll(secret);
    }

    @Test
    void aPauseMayBeAsShortAsASecond() throws Exception {
        Hook hook = hook().then(Hook.status(500), Hook.status(404), Hook.status(204));
        register(hook.url(), "latest");
        timing.chance(0);
        append(1);
        awaitPause();
        assertThat(timing.endPause()).hasSeconds(1);
        awaitPause();
        assertThat(timing.endPause()).hasSeconds(1);
        awaitCaughtUp();
    }

    @Test
    void theReceiverDecidesWhenToTryAgain() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                timing.now().atOffset(ZoneOffset.UTC).plusSeconds(90 + 7));
        Hook hook = hook().then(
                        Hook.status(503, "Retry-After", "7"),
                        Hook.status(429, "Retry-After", date),
                        Hook.status(503, "Retry-After", "0"),
                        Hook.status(503, "Retry-After", "86400"));
        register(hook.url(), "latest");
        append(1);
        awaitPause();
        assertThat(timing.endPause()).hasSeconds(7);
        awaitPause();
        assertThat(timing.endPause()).isBetween(Duration.ofSeconds(89), Duration.ofSeconds(90));
        awaitPause();
        assertThat(timing.endPause()).hasSeconds(1);
        awaitPause();
        assertThat(timing.endPause()).hasHours(1);
        awaitCaughtUp();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAFailureAndNotFollowed(int status) throws Exception {
        Hook elsewhere = hook();
        Hook hook = hook().then(Hook.status(status, "Location", elsewhere.url()));
        register(hook.url(), "latest");
        append(1);
        awaitPause();
        assertThat(status().lastStatus()).isEqualTo(status);
        timing.endPause();
        awaitCaughtUp();
        assertThat(hook.requests).hasSize(2);
        assertThat(elsewhere.requests).isEmpty();
    }

    @Test
    void aDemandForCredentialsIsAFailure() throws Exception {
        Hook hook = hook().then(Hook.status(401), Hook.status(401, "WWW-Authenticate", "Basic realm=\"x\""));
        register(hook.url(), "latest");
        append(1);
        awaitPause();
        assertThat(status().lastStatus()).isEqualTo(401);
        timing.endPause();
        awaitPause();
        assertThat(status().lastStatus()).isEqualTo(401);
        timing.endPause();
        awaitCaughtUp();
    }

    @Test
    void goneUnregisters() throws Exception {
        Hook hook = hook().then(Hook.status(204), Hook.status(410));
        String id = register(hook.url(), "latest").get("id").asString();
        append(3);
        await().until(() -> webhooks.list().isEmpty());
        assertThat(call("GET", "/api/webhooks/" + id, "").statusCode()).isEqualTo(404);
        assertThat(hook.requests).hasSize(2);
        assertThat(timing.pauses()).isZero();
    }

    @Test
    void noAnswerInTimeIsAFailure() throws Exception {
        var release = new CountDownLatch(1);
        Hook hook = hook().then(exchange -> hold(release), Hook.status(204));
        register(hook.url(), "latest");
        append(1);
        await().until(() -> hook.requests.size() == 1);
        assertThat(status().state()).isEqualTo("delivering");
        awaitPause();
        assertThat(status().lastStatus()).isNull();
        assertThat(status().lastError()).isEqualTo("No answer in time");
        release.countDown();
        timing.endPause();
        awaitCaughtUp();
        assertThat(status().lastError()).isNull();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEndlessResponseIsCutAfterItsStatus() throws Exception {
        Hook hook = hook().then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            }
        });
        register(hook.url(), "latest");
        List<String> ids = append(2);
        awaitIds(hook, ids);
        awaitCaughtUp();
    }

    @Test
    void afterAnOutageItGoesOnWhereItWas() throws Exception {
        Hook before = hook();
        register(before.url(), "latest");
        List<String> ids = append(3);
        awaitIds(before, ids);
        awaitCaughtUp();
        before.close();
        List<String> missed = append(50);
        awaitPause();
        assertThat(status().lastError()).isNotBlank();
        assertThat(status().position()).hasToString(ids.get(2));
        assertThat(status().lag()).isEqualTo(50);
        timing.endPause();
        awaitPause();
        assertThat(status().lastError()).isEqualTo("Nothing listens there");
        Hook after = hook(before.port());
        timing.endPause();
        awaitIds(after, missed);
        awaitCaughtUp();
    }

    @Test
    void aWebhookIsNeverTooSlowAndGetsNoHeartbeats() throws Exception {
        Hook hook = hook().then(Hook.status(500));
        register(hook.url(), "latest");
        List<String> ids = append(1);
        awaitPause();
        Hook idle = hook();
        register(idle.url(), "latest");
        // Longer than others may leave a write untaken.
        awaitHeartbeats(8);
        assertThat(tally().drops()).isEmpty();
        assertThat(idle.requests).isEmpty();
        timing.endPause();
        await().until(() -> hook.requests.size() == 2);
        assertThat(hook.ids()).containsExactly(ids.get(0), ids.get(0));
    }

    private void awaitHeartbeats(int count) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/ndjson"))
                .build();
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()) {
            assertThat(lines.filter(line -> line.contains("heartbeat")).limit(count))
                    .hasSize(count);
        }
    }

    @Test
    void whatExpiredDuringAnOutageIsToldAsAGap() throws Exception {
        long gapsBefore = tally().gaps();
        Hook hook = hook().then(Hook.status(500));
        String secret = register(hook.url(), "latest").get("secret").asString();
        List<String> held = append(1);
        awaitPause();
        appendForAnother();
        long deliveriesBefore = tally().deliveries();
        List<String> ids = append(999);
        timing.endPause();
        awaitCaughtUp();
        String epoch = log.head().epoch();
        // The event that was on its way is held in memory, so it is delivered, though the log has dropped it.
        assertThat(hook.ids().subList(0, 3)).containsExactly(held.get(0), held.get(0), "gap:" + epoch + ":601");
        assertThat(hook.requests.get(2).body())
                .isEqualTo("{\"control\":\"gap\",\"requested\":\"" + held.get(0) + "\",\"resumesAt\":\"" + epoch
                        + ":602\",\"missed\":600,\"reason\":\"expired\"}");
        assertThat(hook.ids().subList(3, hook.requests.size())).isEqualTo(ids.subList(599, 999));
        hook.verifyAll(secret);
        await().until(() -> tally().deliveries() == deliveriesBefore + 401);
        assertThat(tally().gaps() - gapsBefore).isEqualTo(1);
    }

    /**
     * Appends an event that a second webhook gets by the pump. The pump remembers what it has read last, and a full batch
     * it would give to whoever comes for it, though the log has dropped it since: this makes the batch one of one event.
     */
    private void appendForAnother() throws Exception {
        long before = tally().deliveries();
        String another = register(hook().url(), "latest").get("id").asString();
        append(1);
        await().until(() -> tally().deliveries() > before);
        webhooks.remove(another);
    }

    @Test
    void aPositionOfAnEarlierLifeIsToldAsAGap() throws Exception {
        List<String> ids = append(2);
        Hook hook = hook();
        register(hook.url(), "before:7");
        await().until(() -> hook.requests.size() == 3);
        assertThat(hook.requests.get(0).body()).contains("\"requested\":\"before:7\"", "\"reason\":\"restarted\"");
        assertThat(hook.ids().subList(1, 3)).isEqualTo(ids);
    }

    @Test
    void aCutConnectionIsAFailureAndLosesNothing() throws Exception {
        var release = new CountDownLatch(1);
        Hook hook = hook().then(Hook.status(204), exchange -> hold(release));
        register(hook.url(), "latest");
        List<String> ids = append(3);
        await().until(() -> hook.requests.size() == 2);
        assertThat(call("DELETE", "/api/connections", "").statusCode()).isEqualTo(204);
        awaitPause();
        assertThat(status().lastError()).isEqualTo("The connection was cut");
        release.countDown();
        timing.endPause();
        await().until(() -> hook.requests.size() == 4);
        awaitCaughtUp();
        assertThat(hook.ids()).containsExactly(ids.get(0), ids.get(1), ids.get(1), ids.get(2));
    }

    @Test
    void deletingCutsWhatIsOnItsWay() throws Exception {
        var release = new CountDownLatch(1);
        Hook hook = hook().then(exchange -> hold(release));
        String id = register(hook.url(), "latest").get("id").asString();
        append(2);
        await().until(() -> hook.requests.size() == 1);
        assertThat(call("DELETE", "/api/webhooks/" + id, "").statusCode()).isEqualTo(204);
        assertThat(tally().connections()).isZero();
        release.countDown();
        assertThat(timing.pauses()).isZero();
        assertThat(call("DELETE", "/api/webhooks/" + id, "").statusCode()).isEqualTo(404);
    }
}
