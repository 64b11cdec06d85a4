package dev.pushlab.bench;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.report.Sayings;
import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.Processor;
import dev.pushlab.bench.rig.Time;
import dev.pushlab.bench.rig.Trial;
import dev.pushlab.bench.server.NoServer;
import dev.pushlab.bench.server.Server;
import dev.pushlab.bench.server.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Carries out a plan: one run after the other, each on a server of its own. */
final class Bench {

    /** Of each experiment, what tells at a glance how a run went. */
    private static final List<Measure> SHOWN = List.of(
            Measure.P50,
            Measure.P99,
            Measure.SERVER_CPU,
            Measure.RECOVERY_P99,
            Measure.CATCH_UP,
            Measure.SLOW_EFFECT,
            Measure.IDLE_CPU,
            Measure.SATURATION,
            Measure.NOTICE);

    private final Plan plan;
    private final Servers servers;

    Bench(Plan plan) {
        this.plan = plan;
        servers = new Servers(plan.url(), plan.settings().clients());
    }

    /** @param command what remakes it */
    Report report(String command, boolean indicative, Progress progress) throws InterruptedException {
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long begun = System.nanoTime();
        var rows = run(progress);
        return new Report(
                Report.VERSION,
                indicative,
                command,
                date,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
                ThisMachine.with(servers.description()),
                plan.settings(),
                Method.of(plan.settings()),
                rows,
                Sayings.of(plan.settings(), rows));
    }

    /** The rows, in the order of the plan's parts. */
    private List<Row> run(Progress progress) throws InterruptedException {
        Map<Plan.Part, List<Run>> runs = new LinkedHashMap<>();
        plan.parts().forEach(part -> runs.put(part, new ArrayList<>()));
        int number = 0;
        for (var turn : plan.turns()) {
            number++;
            var run = run(turn, number);
            runs.get(turn.part()).add(run);
            progress.done(turn.part().title() + ", repeat " + turn.repeat(), summary(run));
        }
        return new Floor(runs).rows();
    }

    private Run run(Plan.Turn turn, int number) throws InterruptedException {
        var subject = turn.part().subject();
        try (var server = servers.open(subject.implementation())) {
            return turn.part().experiment().run(trial(subject, server)).toRun(turn.repeat(), number);
        } catch (NoServer e) {
            if (number == 1) {
                throw e;
            }
            // What has been measured before is not lost by a server that breaks down.
            var broken = new SelfCheck("server answers", false, e.getMessage());
            return new Run(turn.repeat(), number, Ledger.Line.NONE, Map.of(), List.of(broken));
        }
    }

    private Trial trial(Subject subject, Server server) {
        var settings = plan.settings();
        var target = Target.of(server.url().toString())
                .withTopic(topic(server))
                .withPollInterval(Duration.ofMillis(settings.pollIntervalMillis()))
                .withRtt(Duration.ofMillis(subject.rttMillis()));
        return new Trial(
                client(subject),
                target,
                server,
                plan.feed(),
                plan.heat(),
                settings.clients(),
                plan.warmup(),
                plan.duration(),
                Processor.SYSTEM,
                Time.SYSTEM);
    }

    /** A server of our own has but one topic to read; anybody may publish to the one of a running server. */
    private static String topic(Server server) {
        return server.local()
                ? "events"
                : "bench-" + Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, Character.MAX_RADIX);
    }

    private static Client client(Subject subject) {
        return subject.implementation() == Implementation.BARE ? Clients.bare() : Clients.named(subject.strategy());
    }

    private static String summary(Run run) {
        Ledger.Line line = run.ledger();
        String ledger = "%,d of %,d events".formatted(line.received(), line.expected());
        if (!line.clean()) {
            return "NOT CLEAN: %s, %d lost, %d duplicated, %d reordered"
                    .formatted(ledger, line.lost(), line.duplicated(), line.reordered());
        }
        if (!run.valid()) {
            return "invalid: " + run.failed().get(0).name() + ": "
                    + run.failed().get(0).seen();
        }
        var figures = new StringBuilder(ledger);
        run.measures().entrySet().stream()
                .filter(entry -> SHOWN.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> figures.append(", %s %.1f %s"
                        .formatted(
                                entry.getKey().title(),
                                entry.getValue(),
                                entry.getKey().unit().symbol())));
        return figures.toString();
    }
}
