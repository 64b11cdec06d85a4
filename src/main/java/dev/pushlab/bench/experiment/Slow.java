package dev.pushlab.bench.experiment;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Reader;
import dev.pushlab.bench.rig.Stage;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.rig.Trial;
import java.time.Duration;
import java.util.List;

/**
 * One client in a hundred stops reading: what that does to the others.
 *
 * <p>The load is its own, 200 clients at most, 20 events/s of 32 KiB: less would hide in the kernel's buffers for minutes.
 */
final class Slow implements Experiment {

    private static final int MOST_CLIENTS = 200;
    private static final int ONE_IN = 100;
    private static final SteadyFeed FEED = new SteadyFeed(20, 32 << 10);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final double P99 = 99;

    @Override
    public String id() {
        return "slow";
    }

    @Override
    public boolean suits(Subject subject) {
        return subject.implementation() != Implementation.BARE;
    }

    @Override
    public Outcome run(Trial asked) throws InterruptedException {
        int clients = Math.min(MOST_CLIENTS, asked.clients());
        int stalledClients = Math.max(1, clients / ONE_IN);
        var trial = asked.withFeed(FEED).withClients(clients);
        try (var stage = Stage.persistent(trial)) {
            stage.fleet().grow(clients);
            long begun = stage.publisher().begin(FEED);
            long warm = begun + trial.warmup().toNanos();
            stage.publisher().until(warm);
            double without = p99(stage, trial, warm, clients);
            var stalled = stage.fleet().readers().subList(0, stalledClients);
            stalled.forEach(reader -> reader.subscription().pauseReading());
            double with = p99(stage, trial, end(trial, warm), clients - stalledClients);
            stage.findings().measure(Measure.P99, with);
            stage.findings().measure(Measure.SLOW_EFFECT, with / without);
            release(stalled);
            return stage.end();
        }
    }

    /** Of the events of one duration, counted a second and two polls after its end. */
    private static double p99(Stage stage, Trial trial, long from, int readers) throws InterruptedException {
        long until = from + trial.duration().toNanos();
        long before = stage.publisher().published();
        stage.arrivals().window(from, until);
        stage.publisher().until(until);
        long owed = (stage.publisher().published() - before) * readers;
        stage.publisher().until(end(trial, from));
        long missing = owed - stage.arrivals().latencies().getTotalCount();
        stage.arrivals().missing(missing, trial.time().nanos());
        return stage.arrivals().latency(P99);
    }

    /** When a measurement is over that began at a moment. */
    private static long end(Trial trial, long from) {
        var grace = GRACE.plus(trial.client().cadence(trial.target()).multipliedBy(2));
        return from + trial.duration().plus(grace).toNanos();
    }

    private static void release(List<Reader> stalled) {
        stalled.forEach(reader -> reader.subscription().resumeReading());
    }

    @Override
    public Duration estimate(Duration warmup, Duration duration) {
        return warmup.plus(duration.plus(GRACE.multipliedBy(3)).multipliedBy(2));
    }
}
