package dev.pushlab.bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.rig.MemoryServer;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Processor;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.Trial;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Experiments that take long are done on a virtual clock. */
class VirtualExperimentTests {

    private final MemoryServer server = new MemoryServer();

    @Test
    void saturationIsTheLastRateThatIsBorne() throws InterruptedException {
        server.serviceNanos = Duration.ofMillis(10).toNanos(); // 100 events/s
        var outcome = run("saturate");
        assertThat(outcome.ledger().clean()).isTrue();
        // 10 · 1.5ⁿ: at 114/s the queue is half a second long after a step of 4 s, at 171/s nearly 3 s
        assertThat(outcome.measures().get(Measure.SATURATION)).isCloseTo(113.9, within(0.1));
    }

    @Test
    void aServerThatBearsNothingIsNotMeasured() throws InterruptedException {
        server.serviceNanos = Duration.ofMillis(900).toNanos();
        assertThat(run("saturate").toRun(1, 1).valid()).isFalse();
    }

    @Test
    void idlingIsPaidByTheMinute() throws InterruptedException {
        server.time.after(Duration.ofSeconds(20).toNanos(), () -> server.serverCpuNanos = 3e9);
        var outcome = run("idle");
        assertThat(outcome.ledger().received()).isEqualTo(outcome.ledger().expected());
        assertThat(outcome.measures().get(Measure.IDLE_CPU)).isEqualTo(6_000);
        assertThat(outcome.measures().get(Measure.IDLE_BYTES)).isZero();
    }

    @Test
    void whoIsDeafAfterIdlingIsFoundOut() throws InterruptedException {
        server.swallowed = 1;
        assertThat(run("idle").ledger().lost()).isPositive();
    }

    private Outcome run(String experiment) throws InterruptedException {
        var trial = new Trial(
                server,
                Target.of("http://memory"),
                server,
                new SteadyFeed(20, 50),
                new SteadyFeed(20, 50),
                10,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                new Processor() {
                    @Override
                    public double cpuNanos() {
                        return 0;
                    }

                    @Override
                    public int cores() {
                        return 2;
                    }
                },
                server.time);
        return Experiments.named(experiment).run(trial);
    }
}
