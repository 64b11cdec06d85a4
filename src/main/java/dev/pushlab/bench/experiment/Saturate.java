package dev.pushlab.bench.experiment;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Snapshot;
import dev.pushlab.bench.rig.Stage;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.Trial;
import java.time.Duration;

/** The rate rises by half again and again, until p99 passes one second (behind the interval that polling waits anyway). */
final class Saturate implements Experiment {

    private static final double FIRST_RATE = 10;
    private static final double FACTOR = 1.5;
    private static final double HIGHEST_RATE = 20_000;
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final double P99 = 99;
    private static final int USUAL_STEPS = 12;

    @Override
    public String id() {
        return "saturate";
    }

    @Override
    public Outcome run(Trial trial) throws InterruptedException {
        try (var stage = Stage.once(trial)) {
            stage.fleet().grow(trial.clients());
            stage.publisher()
                    .until(stage.publisher().begin(trial.feed())
                            + trial.warmup().toNanos());
            double borne = 0;
            for (double rate = FIRST_RATE; rate < HIGHEST_RATE && bears(stage, trial, rate); rate *= FACTOR) {
                borne = rate;
            }
            stage.findings().check("the lowest rate is borne", borne > 0, "%.0f events/s", borne);
            stage.findings().measure(Measure.SATURATION, borne);
            // What was missed beyond saturation is no fault.
            stage.publisher().begin(trial.feed());
            return stage.end();
        }
    }

    private static boolean bears(Stage stage, Trial trial, double rate) throws InterruptedException {
        var publisher = stage.publisher();
        long from = publisher.begin(new SteadyFeed(rate, trial.feed().size()));
        long until = from + STEP.toNanos();
        long before = publisher.published();
        stage.arrivals().window(from, until);
        var begun = stage.snapshot();
        publisher.until(until);
        var spent = stage.snapshot().since(begun);
        long events = publisher.published() - before;
        if (publisher.missed() > events / 100) {
            stage.findings().note("at %.0f events/s the generator gave out, not the server", rate);
            return false;
        }
        stage.drain();
        boolean bears = stage.arrivals().latency(P99) <= limitMillis(trial);
        if (!bears && spent.generatorLoad(trial) > Snapshot.MOST_OF_SHARE) {
            stage.findings().note("at %.0f events/s the clients had no time to spare either", rate);
        }
        return bears;
    }

    private static double limitMillis(Trial trial) {
        return LIMIT.plus(trial.client().cadence(trial.target())).toNanos() / 1e6;
    }

    @Override
    public Duration estimate(Duration warmup, Duration duration) {
        return warmup.plus(STEP.multipliedBy(USUAL_STEPS));
    }
}
