package dev.pushlab.bench.experiment;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Stage;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.Trial;
import java.time.Duration;

/** Nothing happens: what it costs to wait. */
final class Idle implements Experiment {

    private static final Duration SETTLE = Duration.ofSeconds(2);

    /** Two heartbeats. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final double MINUTE = 60e9;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "idle";
    }

    @Override
    public Outcome run(Trial trial) throws InterruptedException {
        try (var stage = Stage.once(trial)) {
            stage.fleet().grow(trial.clients());
            trial.time().sleep(SETTLE);
            var before = stage.snapshot();
            trial.time().sleep(QUIET);
            var spent = stage.snapshot().since(before);
            double aMinute = MINUTE / spent.nanos();
            stage.findings().measure(Measure.IDLE_CPU, spent.server().workNanos() * aMinute / 1e6);
            stage.findings()
                    .measure(
                            Measure.IDLE_BYTES,
                            (double) (spent.wire().bytesIn() + spent.wire().bytesOut()) * aMinute / trial.clients());
            stillAlive(stage);
            return stage.end();
        }
    }

    /** Somebody who is not served any more is cheap, too. */
    private static void stillAlive(Stage stage) throws InterruptedException {
        long begun = stage.publisher().begin(new SteadyFeed(1, SteadyFeed.SMALLEST));
        stage.publisher().until(begun + SECOND.toNanos());
    }

    @Override
    public Duration estimate(Duration warmup, Duration duration) {
        return SETTLE.plus(QUIET).plus(SECOND);
    }
}
