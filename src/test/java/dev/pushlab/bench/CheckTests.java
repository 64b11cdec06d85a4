package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code check} against the real server. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=500ms"})
class CheckTests {

    @LocalServerPort
    private int port;

    private final Shell check = new Shell();

    @Test
    void theRealServerKeepsEveryPromise() {
        int code = check.run("check --url http://127.0.0.1:" + port + " --quiet 1s");
        assertThat(check.lines("fail")).isEmpty();
        assertThat(code).isZero();
        var connecting =
                Clients.all().stream().filter(client -> !client.callsBack()).toList();
        for (Client client : connecting) {
            assertThat(check.lines("pass"))
                    .filteredOn(line -> line.startsWith(client.id() + " "))
                    .anyMatch(line -> line.contains("once, in order"))
                    .anyMatch(line -> line.contains("survives quiet"));
        }
        assertThat(check.lines("pass")).anyMatch(line -> line.matches("sse +heartbeat .*"));
        assertThat(check.lines("not applicable"))
                .anyMatch(line -> line.matches("webhook +connects +.*nobody connects to read by it"));
        assertThat(check.out()).contains("every promise is kept; ").doesNotContain("has been tried");
        assertThat(check.err()).contains("sse has been tried");
    }

    @Test
    void whoIsCalledByTheServerIsTriedWhenAskedFor() {
        assertThat(check.run("check --url http://127.0.0.1:" + port + " --quiet 200ms --strategies webhook"))
                .isZero();
        assertThat(check.lines("pass"))
                .hasSize(10)
                .anyMatch(line -> line.matches("webhook +once, in order .*"))
                .anyMatch(line -> line.matches("webhook +gap told .*"))
                .anyMatch(line -> line.matches("webhook +bad position .*"));
    }

    @Test
    void theReportCanBeReadByPrograms() {
        String url = "http://127.0.0.1:" + port;
        assertThat(check.run("check --url " + url + " --quiet 0s --strategies websocket,polling --format json"))
                .isZero();
        var report = JsonMapper.shared().readTree(check.out());
        assertThat(report.propertyNames())
                .containsExactly(
                        "version",
                        "url",
                        "date",
                        "quietMillis",
                        "timeoutMillis",
                        "millis",
                        "passed",
                        "failed",
                        "notApplicable",
                        "strategies");
        assertThat(report.get("url").asString()).isEqualTo(url);
        assertThat(Instant.parse(report.get("date").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(report.get("strategies")).hasSize(2);
        var polling = report.get("strategies").get(0);
        assertThat(polling.get("strategy").asString()).isEqualTo("polling");
        var first = polling.get("promises").get(0);
        assertThat(first.propertyNames()).containsExactly("promise", "verdict", "expected", "seen", "millis");
        assertThat(first.get("promise").asString()).isEqualTo("connects");
        assertThat(first.get("verdict").asString()).isEqualTo("pass");
    }

    @Test
    void aServerThatIsNoPushLabIsToldInOneLine() {
        assertThat(check.run("check --url http://127.0.0.1:" + port + "/elsewhere"))
                .isEqualTo(2);
        assertThat(check.err()).hasLineCount(1).contains("/elsewhere/api/strategies answers 404");
    }
}
