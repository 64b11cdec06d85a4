package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The command {@code check} tells what a proxy spoils. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class CheckThroughProxiesTests {

    @LocalServerPort
    private int port;

    private final Shell check = new Shell();

    @Test
    void aProxyThatBuffersIsTold() throws IOException {
        try (var relay = new Relay(port) {
            @Override
            void answers(String head, InputStream from, OutputStream to) throws IOException {
                if (!head.contains("/api/sse") && !head.contains("/api/ndjson")) {
                    super.answers(head, from, to);
                    return;
                }
                var kept = new ByteArrayOutputStream();
                for (int next = from.read(); next >= 0; next = from.read()) {
                    kept.write(next);
                    if (kept.size() == 1 << 15) {
                        kept.writeTo(to);
                        kept.reset();
                    }
                }
            }
        }) {
            int code = check.run("check --url " + relay.url()
                    + " --quiet 0s --timeout 1s --strategies sse,ndjson,websocket,polling");
            assertThat(code).isEqualTo(1);
            assertThat(check.lines("fail"))
                    .hasSize(4)
                    .anyMatch(line -> line.matches("sse +not buffered .*in a lump.* buffered by something in between"))
                    .anyMatch(line ->
                            line.matches("ndjson +not buffered .*in a lump.* buffered by something in between"));
        }
    }

    @Test
    void aProxyThatCutsConnectionsIsTold() throws IOException {
        try (var relay = new Relay(port) {
            @Override
            void answers(String head, InputStream from, OutputStream to) throws IOException {
                if (head.contains("topic=") && !head.startsWith("POST")) {
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                            .execute(() -> cut(from));
                }
                super.answers(head, from, to);
            }
        }) {
            assertThat(check.run("check --url " + relay.url()
                            + " --quiet 1s --timeout 2s --strategies sse,websocket,polling"))
                    .isEqualTo(1);
            assertThat(check.lines("fail"))
                    .anyMatch(line -> line.matches("sse +survives quiet .*; seen: ended after \\S+ m?s: .*"))
                    .anyMatch(line -> line.matches("websocket +survives quiet .*; seen: ended after \\S+ m?s: .*"))
                    .noneMatch(line -> line.startsWith("polling"));
        }
    }

    private static void cut(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProxyThatKnowsNoUpgradesIsTold() throws IOException {
        try (var relay = new Relay(port) {
            @Override
            String request(String head) {
                return head.replaceAll("(?i)\r\n(upgrade|connection): (upgrade|websocket)(?=\r\n)", "");
            }
        }) {
            assertThat(check.run("check --url " + relay.url() + " --quiet 0s --timeout 2s"))
                    .isEqualTo(1);
            assertThat(check.lines("fail"))
                    .hasSize(3)
                    .anyMatch(line -> line.matches("websocket +connects .*; seen: refused with 4(00|26): .*"))
                    .anyMatch(line -> line.matches("stomp +connects .*; seen: refused with 4(00|26): .*"))
                    .anyMatch(line -> line.matches("sockjs-websocket +connects .*; seen: refused with 4(00|26): .*"));
            assertThat(check.lines("not applicable"))
                    .anyMatch(line -> line.matches("stomp +resumes .* it does not connect"));
        }
    }

    @Test
    void aProxyThatLosesAnEventIsTold() throws IOException {
        var seventh = Pattern.compile("\\{\"id\":\"[a-z0-9]+:7\"[^\n]*");
        try (var relay = new Relay(port) {
            @Override
            void answers(String head, InputStream from, OutputStream to) throws IOException {
                if (head.contains("/api/ndjson")) {
                    each(
                            from,
                            to,
                            text -> seventh.matcher(text)
                                    .replaceAll(
                                            event -> "\n".repeat(event.group().length())));
                } else {
                    super.answers(head, from, to);
                }
            }
        }) {
            assertThat(check.run("check --url " + relay.url() + " --quiet 0s --timeout 1s --strategies ndjson,sse"))
                    .isEqualTo(1);
            assertThat(check.lines("fail"))
                    .allMatch(line -> line.startsWith("ndjson "))
                    .anyMatch(line -> line.matches("ndjson +once, in order .*55 events, 1 missing \\([a-z0-9]+:7\\)"));
            assertThat(check.lines("pass")).anyMatch(line -> line.matches("ndjson +not buffered .*"));
        }
    }

    @Test
    void aProxyThatKeepsAnswersIsTold() throws IOException {
        try (var proxy = new KeepingProxy(port)) {
            assertThat(check.run("check --url " + proxy.url() + " --quiet 0s --timeout 1s --strategies polling"))
                    .isEqualTo(1);
            assertThat(check.lines("fail"))
                    .anyMatch(line -> line.matches("polling +not cached .*; seen: an old answer .*"))
                    .anyMatch(line -> line.matches("polling +conditional .*; seen: 200 instead of 304.*"));
        }
    }
}
