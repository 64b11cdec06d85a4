package dev.pushlab.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.SelfCheck;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadExperimentTests {

    private static final int CLIENTS = 400;
    private static final int WARMUP = 2;
    private static final int DURATION = 5;
    private static final int RATE = 20;

    private final MemoryServer server = new MemoryServer();

    @Test
    void measuresWhatArrives() throws InterruptedException {
        var outcome = run();
        assertThat(failed(outcome)).isEmpty();
        assertThat(outcome.ledger().clean()).isTrue();
        assertThat(outcome.ledger().expected()).isEqualTo((long) CLIENTS * RATE * (WARMUP + DURATION));
        assertThat(outcome.ledger().received()).isEqualTo(outcome.ledger().expected());
        assertThat(outcome.measures().get(Measure.P50)).isCloseTo(1, within(0.01));
        assertThat(outcome.measures().get(Measure.MAX)).isCloseTo(1, within(0.01));
        assertThat(outcome.measures().get(Measure.DELIVERIES)).isCloseTo(CLIENTS * RATE, within(0.01 * CLIENTS * RATE));
        assertThat(outcome.measures().get(Measure.BYTES_DOWN)).isEqualTo(100);
        assertThat(outcome.measures().get(Measure.PAYLOAD_SHARE)).isEqualTo(50);
        assertThat(outcome.measures().get(Measure.MEMORY)).isCloseTo(10, within(0.001));
    }

    @Test
    void doesNotCountTheWarmup() throws InterruptedException {
        server.delayNanos = Duration.ofMillis(500).toNanos();
        server.time.after(Duration.ofSeconds(WARMUP).toNanos() - 1, () -> server.delayNanos = 1_000_000);
        var outcome = run();
        assertThat(outcome.ledger().reordered()).isPositive(); // what was delayed has been overtaken
        assertThat(outcome.measures().get(Measure.MAX)).isCloseTo(1, within(0.01));
    }

    @Test
    void showsALatePublisherInTheLatency() throws InterruptedException {
        // 10 ms more than there are between two events
        server.publishNanos = Duration.ofMillis(60).toNanos();
        var outcome = run();
        assertThat(outcome.measures().get(Measure.P50)).isGreaterThan(500);
        assertThat(outcome.measures().get(Measure.MAX)).isGreaterThan(1_000);
        assertThat(failed(outcome)).contains("rate kept");
    }

    @Test
    void showsASwallowedEventInTheLedger() throws InterruptedException {
        server.swallowed = RATE * (WARMUP + 1);
        var outcome = run();
        assertThat(outcome.ledger().lost()).isEqualTo(CLIENTS);
        assertThat(outcome.toRun(1, 1).valid()).isFalse();
    }

    @Test
    void showsALossAtTheVeryEnd() throws InterruptedException {
        server.swallowed = RATE * (WARMUP + DURATION);
        var outcome = run();
        assertThat(outcome.ledger().lost()).isEqualTo(CLIENTS);
    }

    @Test
    void showsARepeatedEventAsADuplicate() throws InterruptedException {
        server.repeated = RATE * (WARMUP + 1);
        assertThat(run().ledger().duplicated()).isEqualTo(CLIENTS);
    }

    @Test
    void showsAnOvertakenEventAsReordered() throws InterruptedException {
        server.overtaken = RATE * (WARMUP + 1);
        assertThat(run().ledger().reordered()).isEqualTo(CLIENTS);
    }

    @Test
    void anOverloadedGeneratorInvalidatesItself() throws InterruptedException {
        var busy = run(new Load(Duration.ofSeconds(DURATION).toNanos() * 0.8));
        assertThat(failed(busy)).containsExactly("generator had time");
        var idle = run(new Load(Duration.ofSeconds(DURATION).toNanos() * 0.6));
        assertThat(failed(idle)).isEmpty();
    }

    @Test
    void dividesTheServersTimeByWhatWasDelivered() throws InterruptedException {
        server.time.after(Duration.ofSeconds(WARMUP + 1).toNanos(), () -> server.serverCpuNanos = 1e9);
        double expected = 1e6 / (CLIENTS * RATE * DURATION);
        assertThat(run().measures().get(Measure.SERVER_CPU)).isCloseTo(expected, within(0.01 * expected));
    }

    @Test
    void pollingIsSpreadEvenlyOverItsInterval() throws InterruptedException {
        server.cadence = Duration.ofSeconds(1);
        server.polled = Duration.ofSeconds(1);
        var outcome = run();
        assertThat(failed(outcome)).isEmpty();
        assertThat(outcome.measures().get(Measure.P50)).isCloseTo(500, within(20.0));
    }

    @Test
    void pollingThatDoesNotKeepItsIntervalIsInvalid() throws InterruptedException {
        server.cadence = Duration.ofSeconds(1);
        server.polled = Duration.ofMillis(1_400);
        assertThat(failed(run())).containsExactly("polls evenly spread");
    }

    private static List<String> failed(Outcome outcome) {
        return outcome.checks().stream()
                .filter(check -> !check.passed())
                .map(SelfCheck::name)
                .toList();
    }

    private Outcome run() throws InterruptedException {
        return run(new Load(0));
    }

    private Outcome run(Processor processor) throws InterruptedException {
        var trial = new Trial(
                server,
                Target.of("http://memory"),
                server,
                new SteadyFeed(RATE, 50),
                new SteadyFeed(RATE, 50),
                CLIENTS,
                Duration.ofSeconds(WARMUP),
                Duration.ofSeconds(DURATION),
                processor,
                server.time);
        return new LoadExperiment().run(trial);
    }

    /** A processor of one core on which the clients spend so much in the window. */
    private final class Load implements Processor {

        private final double inWindow;
        private int asked;

        Load(double inWindow) {
            this.inWindow = inWindow;
        }

        @Override
        public double cpuNanos() {
            return asked++ == 0 ? 0 : inWindow;
        }

        @Override
        public int cores() {
            return 2;
        }
    }
}
