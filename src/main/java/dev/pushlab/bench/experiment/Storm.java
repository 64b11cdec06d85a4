package dev.pushlab.bench.experiment;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Stage;
import dev.pushlab.bench.rig.Trial;
import java.time.Duration;

/** Everybody is away while events happen, and comes back at the same moment. */
final class Storm implements Experiment {

    private static final Duration BOUND = Duration.ofMinutes(2);

    @Override
    public String id() {
        return "storm";
    }

    @Override
    public Outcome run(Trial trial) throws InterruptedException {
        try (var stage = Stage.once(trial)) {
            var fleet = stage.fleet();
            fleet.grow(trial.clients());
            stage.publisher()
                    .until(stage.publisher().begin(trial.feed())
                            + trial.warmup().toNanos());
            stage.drain();
            fleet.abort();
            stage.publisher()
                    .until(stage.publisher().begin(trial.feed())
                            + trial.duration().toNanos());
            var last = stage.publisher().last();
            long back = trial.time().nanos();
            fleet.comeBack();
            boolean caughtUp = trial.time().await(BOUND, () -> fleet.hasAll(last));
            double took = (trial.time().nanos() - back) / 1e6;
            stage.findings().check("all caught up", caughtUp, "after %.0f ms", took);
            stage.findings().measure(Measure.CATCH_UP, took);
            return stage.end();
        }
    }
}
