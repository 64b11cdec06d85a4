package dev.pushlab.bench.check;

import dev.pushlab.bench.check.CheckReport.StrategyReport;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Holds a running server to the contract: all strategies side by side, while one connection of each is left alone. */
final class Check {

    /** In this order: each builds on what those before it have published. */
    private static final List<Scenario> SCENARIOS = List.of(
            new LiveScenario(),
            new ReturnScenario(),
            new GapScenario(),
            new BadPositionScenario(),
            new CachingScenario());

    private final Terms terms;
    private final PrintWriter progress;

    Check(Terms terms, PrintWriter progress) {
        this.terms = terms;
        this.progress = progress;
    }

    /** @throws Unreachable if there is nothing to check */
    CheckReport run() throws InterruptedException {
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long begun = System.nanoTime();
        var server = new Server(terms.url(), terms.timeout());
        String run = "check-" + Integer.toHexString(ThreadLocalRandom.current().nextInt()) + "-";
        var roster = new Roster(terms, server, run, server.strategies());
        try (var quiet = new QuietPeriod(new Topic(server, run + "quiet"), terms.quiet())) {
            warmUp(roster.subjects());
            roster.subjects().forEach(quiet::begin);
            sideBySide(roster.subjects());
            if (!terms.quiet().isZero()) {
                progress.println("waiting for the quiet period of " + Words.time(terms.quiet()) + " to end");
            }
            quiet.end();
        }
        var strategies = roster.found().entrySet().stream()
                .map(entry ->
                        new StrategyReport(entry.getKey(), entry.getValue().all()))
                .toList();
        return new CheckReport(
                terms.url().toString(),
                date,
                terms.quiet().toMillis(),
                terms.timeout().toMillis(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                strategies);
    }

    /** Otherwise the times to connect would be those of loading classes here and there. */
    private static void warmUp(List<Subject> subjects) throws InterruptedException {
        var readers = subjects.stream().map(subject -> subject.read("latest")).toList();
        for (int i = 0; i < readers.size(); i++) {
            try (var reader = readers.get(i)) {
                reader.heard().await(subjects.get(i).bound(), reader.heard()::isOpened);
            }
        }
    }

    private void sideBySide(List<Subject> subjects) throws InterruptedException {
        var executor = Executors.newCachedThreadPool(new DefaultThreadFactory("pushlab-check", true));
        var plays = subjects.stream()
                .map(subject -> (Callable<Void>) () -> play(subject))
                .toList();
        try {
            for (var played : executor.invokeAll(plays)) {
                played.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private Void play(Subject subject) throws InterruptedException {
        var findings = subject.findings();
        try {
            for (var scenario : SCENARIOS) {
                if (!findings.complete()) {
                    scenario.play(subject);
                }
            }
        } catch (Broken e) {
            findings.breakOff(e);
        }
        progress.println(subject.client().id() + " has been tried");
        return null;
    }
}
