package dev.pushlab.bench.experiment;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Statistics;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Reader;
import dev.pushlab.bench.rig.Stage;
import dev.pushlab.bench.rig.Trial;

/** All connections break while events flow; the clients come back by themselves, after 0.25 s to 0.5 s of their own. */
final class Resume implements Experiment {

    @Override
    public String id() {
        return "resume";
    }

    @Override
    public boolean suits(Subject subject) {
        return subject.implementation() != Implementation.BARE;
    }

    @Override
    public Outcome run(Trial trial) throws InterruptedException {
        try (var stage = Stage.persistent(trial)) {
            var fleet = stage.fleet();
            fleet.grow(trial.clients());
            long begun = stage.publisher().begin(trial.feed());
            long broken = begun + trial.warmup().toNanos();
            stage.publisher().until(broken);
            fleet.drop();
            stage.publisher().until(broken + trial.duration().toNanos());
            stage.drain();
            double[] recoveries = fleet.readers().stream()
                    .filter(Reader::recovered)
                    .mapToDouble(reader -> reader.recoveryNanos() / 1e6)
                    .toArray();
            stage.findings()
                    .check(
                            "all recovered",
                            recoveries.length == fleet.size(),
                            "%d of %d clients have recovered",
                            recoveries.length,
                            fleet.size());
            if (recoveries.length > 0) {
                stage.findings().measure(Measure.RECOVERY_P50, Statistics.percentile(recoveries, 50));
                stage.findings().measure(Measure.RECOVERY_P99, Statistics.percentile(recoveries, 99));
            }
            return stage.end();
        }
    }
}
