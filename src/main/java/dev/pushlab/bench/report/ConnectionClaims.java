package dev.pushlab.bench.report;

import dev.pushlab.bench.report.Claim.Finding;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying.Verdict;
import dev.pushlab.bench.result.Summary;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What is said of holding many connections. */
final class ConnectionClaims {

    private static final String LONG = "long-polling";
    private static final List<String> HELD = List.of(LONG, "sse", "websocket");

    private static final int MANY = 10_000;

    /** Kilobytes of memory that many connections may take. */
    private static final double BEARABLE = 1 << 20;

    static final List<Claim> ALL = List.of(
            new Claim(
                    "Long polling exhausts the thread pool",
                    List.of(Row.LOAD),
                    List.of(LONG),
                    ConnectionClaims::exhaustsThreads),
            new Claim(
                    "A held connection costs too much memory",
                    List.of(Row.LOAD),
                    HELD,
                    ConnectionClaims::costsTooMuchMemory));

    private ConnectionClaims() {}

    /** With a thread for each waiting client there would be more threads than clients. */
    private static Finding exhaustsThreads(Evidence load) {
        var verdicts = new ArrayList<Verdict>();
        verdicts.add(perClient(load, load.of(LONG, Measure.THREADS)));
        var number = new StringBuilder("%s with %s clients waiting"
                .formatted(load.figures(Measure.THREADS, List.of(LONG)), Numbers.of(load.clients())));
        load.textbook(LONG, Measure.THREADS).ifPresent(textbook -> {
            verdicts.add(perClient(load, textbook));
            number.append("; textbook ").append(Numbers.withInterval(textbook));
        });
        return new Finding(Verdicts.all(verdicts), number.toString());
    }

    /** Every server has some threads, so that a few clients don't refute it: it takes twice as many as threads. */
    private static Verdict perClient(Evidence load, Summary threads) {
        if (threads.low() >= load.clients()) {
            return Verdict.TRUE;
        }
        return threads.high() * 2 < load.clients() ? Verdict.FALSE : Verdict.DEPENDS;
    }

    private static Finding costsTooMuchMemory(Evidence load) {
        var verdicts = HELD.stream()
                .map(strategy -> Verdicts.higher(load.of(strategy, Measure.MEMORY), BEARABLE / MANY))
                .toList();
        double most = HELD.stream()
                .mapToDouble(strategy -> load.of(strategy, Measure.MEMORY).median())
                .max()
                .orElseThrow();
        return new Finding(
                Verdicts.all(verdicts),
                "%s; %s would take %s MB at most; too much is more than a gigabyte"
                        .formatted(
                                load.figures(Measure.MEMORY, HELD), Numbers.of(MANY), Numbers.of(most * MANY / 1024)));
    }
}
