package dev.pushlab.bench.experiment;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.Outcome;
import dev.pushlab.bench.rig.Stage;
import dev.pushlab.bench.rig.Trial;
import dev.pushlab.bench.server.Connections;
import java.time.Duration;

/** All clients die (their machines reset the connections) while nothing happens: when the server has noticed. */
final class Dead implements Experiment {

    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final Duration ALIVE = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "dead";
    }

    /** Who is called back has no connection of its own that could die. */
    @Override
    public boolean suits(Subject subject) {
        return subject.implementation() == Implementation.PUSH_LAB
                && !Clients.named(subject.strategy()).callsBack();
    }

    @Override
    public Outcome run(Trial trial) throws InterruptedException {
        try (var stage = Stage.once(trial)) {
            var connections =
                    new Connections(trial.server().url(), trial.client().strategy());
            stage.fleet().grow(trial.clients());
            stage.publisher().until(stage.publisher().begin(trial.feed()) + ALIVE.toNanos());
            stage.drain();
            long before = connections.count();
            stage.fleet().abort();
            long died = trial.time().nanos();
            boolean noticed = trial.time().await(BOUND, () -> connections.count() == 0);
            double took = (trial.time().nanos() - died) / 1e9;
            stage.findings().check("noticed", noticed, "%d connections, none after %.1f s", before, took);
            stage.findings().measure(Measure.NOTICE, took);
            stage.fleet().comeBack();
            return stage.end();
        }
    }

    @Override
    public Duration estimate(Duration warmup, Duration duration) {
        return USUAL;
    }
}
