package dev.pushlab.bench.rig;

import dev.pushlab.log.Position;
import java.time.Duration;

/** The clients and the publisher of one trial: what every experiment begins and ends with. */
public final class Stage implements AutoCloseable {

    private static final Duration DRAIN_BOUND = Duration.ofSeconds(30);
    private static final double MOST_MISSED = 0.01;

    /** So many are no pattern, however short the run. */
    private static final int FEW = 2;

    private final Trial trial;
    private final Arrivals arrivals = new Arrivals();
    private final Fleet fleet;
    private final OpenLoop publisher;
    private final Findings findings = new Findings();

    private Stage(Trial trial, boolean persistent) {
        this.trial = trial;
        fleet = new Fleet(trial.client(), trial.target(), arrivals, trial.time(), persistent);
        publisher = new OpenLoop(trial.client().publisher(trial.target()), trial.time());
    }

    /** Clients that end when their connection does. */
    public static Stage once(Trial trial) {
        return new Stage(trial, false);
    }

    /** Clients that come back when they lose their connection. */
    public static Stage persistent(Trial trial) {
        return new Stage(trial, true);
    }

    public Fleet fleet() {
        return fleet;
    }

    public OpenLoop publisher() {
        return publisher;
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    public Findings findings() {
        return findings;
    }

    /** Of now. */
    public Snapshot snapshot() {
        return new Snapshot(
                trial.time().nanos(),
                arrivals.delivered(),
                publisher.published(),
                publisher.dataBytes(),
                fleet.counters(),
                trial.server().usage(),
                trial.processor().cpuNanos());
    }

    /** Waits until everybody has everything; {@code null} if nothing was published. */
    public Position drain() throws InterruptedException {
        var last = publisher.last();
        var bound = DRAIN_BOUND.plus(trial.client().cadence(trial.target()).multipliedBy(2));
        trial.time().await(bound, () -> fleet.hasAll(last));
        return last;
    }

    /** Drains, and holds everything against itself that every experiment has to. */
    public Outcome end() throws InterruptedException {
        var last = drain();
        int standing = fleet.standing();
        findings.check(
                "all connected",
                standing == trial.clients(),
                "%d of %d clients stand%s",
                standing,
                trial.clients(),
                fleet.firstEnd().isEmpty() ? "" : "; the first ended: " + fleet.firstEnd());
        findings.check(
                "all published",
                publisher.failure() == null,
                "%d events published%s",
                publisher.published(),
                publisher.failure() == null ? "" : ", not all accepted: " + publisher.failure());
        findings.check(
                "rate kept",
                publisher.missed() <= Math.max(FEW, publisher.counted() * MOST_MISSED),
                "%d of %d events were sent too late",
                publisher.missed(),
                publisher.counted());
        var line = fleet.ledger(last);
        long owed = publisher.published() * fleet.size();
        findings.check(
                "everything owed", line.expected() == owed, "the ledgers expect %d of %d", line.expected(), owed);
        return findings.with(line);
    }

    @Override
    public void close() {
        fleet.close();
        publisher.close();
    }
}
