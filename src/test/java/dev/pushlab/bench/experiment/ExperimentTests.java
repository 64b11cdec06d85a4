package dev.pushlab.bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Processor;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.Time;
import dev.pushlab.bench.rig.Trial;
import dev.pushlab.bench.server.RemoteServer;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each experiment is done to the real server, by few clients. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pushlab.workload.enabled=false")
class ExperimentTests {

    private static final int CLIENTS = 20;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sse", "long-polling"})
    void whoLosesTheConnectionRecoversWithoutALoss(String strategy) throws InterruptedException {
        var outcome = run("resume", strategy);
        assertClean(outcome);
        // The clients themselves wait for 0.25 s at least.
        assertThat(outcome.measures().get(Measure.RECOVERY_P50)).isGreaterThan(250);
        assertThat(outcome.measures().get(Measure.RECOVERY_P99))
                .isGreaterThanOrEqualTo(outcome.measures().get(Measure.RECOVERY_P50));
    }

    @Test
    void aStormCatchesUp() throws InterruptedException {
        var outcome = run("storm", "websocket");
        assertClean(outcome);
        assertThat(outcome.measures().get(Measure.CATCH_UP)).isPositive();
    }

    @Test
    void theOthersGoOnWhileSomeAreStalled() throws InterruptedException {
        var outcome = run("slow", "ndjson");
        assertClean(outcome);
        assertThat(outcome.measures().get(Measure.SLOW_EFFECT)).isPositive();
    }

    @Test
    void deadWebSocketsAreNoticedAtOnce() throws InterruptedException {
        var outcome = run("dead", "websocket");
        assertClean(outcome);
        assertThat(outcome.measures().get(Measure.NOTICE)).isLessThan(10);
        assertThat(outcome.checks())
                .filteredOn(check -> check.name().equals("noticed"))
                .extracting(SelfCheck::seen)
                .singleElement()
                .asString()
                .startsWith(CLIENTS + " connections");
    }

    private static void assertClean(Outcome outcome) {
        assertThat(outcome.ledger().expected()).isPositive();
        assertThat(outcome.ledger().clean()).as(outcome.ledger().toString()).isTrue();
        assertThat(outcome.checks())
                .filteredOn(check -> !check.passed() && !check.name().equals("rate kept"))
                .isEmpty();
    }

    private Outcome run(String experiment, String strategy) throws InterruptedException {
        var url = URI.create("http://127.0.0.1:" + port);
        var trial = new Trial(
                Clients.named(strategy),
                Target.of(url.toString()).withTopic("t-" + UUID.randomUUID()),
                new RemoteServer(url),
                new SteadyFeed(20, 100),
                new SteadyFeed(20, 100),
                CLIENTS,
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Processor.SYSTEM,
                Time.SYSTEM);
        return Experiments.named(experiment).run(trial);
    }
}
