package dev.pushlab.bench.rig;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Subject;

/** Nothing but the load: how late, how many bytes, how much CPU and memory. */
public final class LoadExperiment implements Experiment {

    private static final double FULL = 0.95;

    @Override
    public String id() {
        return Row.LOAD;
    }

    @Override
    public boolean suits(Subject subject) {
        return true;
    }

    @Override
    public Outcome run(Trial trial) throws InterruptedException {
        try (var stage = Stage.once(trial)) {
            new MemorySlope(trial).connect(stage);
            var publisher = stage.publisher();
            publisher.until(publisher.begin(trial.heat()) + trial.warmup().toNanos());
            if (!trial.heat().equals(trial.feed())) {
                stage.drain();
            }
            var before = stage.snapshot();
            long from = publisher.begin(trial.feed());
            long until = from + trial.duration().toNanos();
            stage.arrivals().window(from, until);
            publisher.until(until);
            var spent = stage.snapshot().since(before);
            stage.drain();
            spent(stage, spent);
            latencies(stage);
            generatorHadTime(stage, trial, spent);
            pollsAreSpread(stage, trial);
            return stage.end();
        }
    }

    private static void spent(Stage stage, Snapshot spent) {
        var found = stage.findings();
        double delivered = spent.delivered();
        double seconds = spent.nanos() / 1e9;
        double data = delivered * spent.dataBytes() / spent.published();
        found.measure(Measure.DELIVERIES, delivered / seconds);
        found.measure(Measure.BYTES_DOWN, spent.wire().bytesIn() / delivered);
        found.measure(Measure.BYTES_UP, spent.wire().bytesOut() / delivered);
        found.measure(
                Measure.PAYLOAD_SHARE,
                100 * data / (spent.wire().bytesIn() + spent.wire().bytesOut()));
        found.measure(Measure.REQUESTS, spent.wire().requests() / delivered);
        found.measure(Measure.SERVER_CPU, spent.server().workNanos() / delivered / 1e3);
        found.measure(Measure.COMPILER, spent.server().compilerNanos() / delivered / 1e3);
        found.measure(Measure.ALLOCATION, spent.server().allocatedBytes() / delivered);
        found.measure(Measure.THREADS, spent.server().threads());
        if (Double.isNaN(spent.server().cpuNanos())) {
            found.note("server CPU is unknown: the server has no actuator that tells");
        }
        found.measure(Measure.CLIENT_CPU, spent.clientCpuNanos() / delivered / 1e3);
    }

    private static void latencies(Stage stage) {
        var found = stage.findings();
        var arrivals = stage.arrivals();
        found.measure(Measure.P50, arrivals.latency(50));
        found.measure(Measure.P90, arrivals.latency(90));
        found.measure(Measure.P99, arrivals.latency(99));
        found.measure(Measure.P999, arrivals.latency(99.9));
        found.measure(Measure.MAX, arrivals.latency(100));
    }

    /** A generator without time to spare measures itself. */
    private static void generatorHadTime(Stage stage, Trial trial, Snapshot spent) {
        double busy = spent.generatorLoad(trial);
        stage.findings()
                .check(
                        "generator had time",
                        busy <= Snapshot.MOST_OF_SHARE,
                        "the clients were busy for %.0f %% of their share of %.1f cores, %.0f %% at most",
                        100 * busy,
                        Snapshot.share(trial),
                        100 * Snapshot.MOST_OF_SHARE);
        int cores = trial.processor().cores();
        double machine = (spent.clientCpuNanos() + spent.server().cpuNanos()) / spent.nanos() / cores;
        if (trial.server().local() && machine > FULL) {
            stage.findings()
                    .note("saturated: the machine was busy to %.0f %%, latencies are those of a queue", 100 * machine);
        }
    }

    /** Clients that look every T at times of their own see a latency spread evenly over T, plus the way back. */
    private static void pollsAreSpread(Stage stage, Trial trial) {
        double interval = trial.client().cadence(trial.target()).toNanos() / 1e6;
        if (interval > 0) {
            double way = trial.target().rtt().toNanos() / 1e6 / 2;
            new EvenSpread(interval, way).check(stage.findings(), stage.arrivals());
        }
    }
}
