package dev.pushlab.bench.compare;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Machine;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.result.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes up reports. */
final class Reports {

    private static final Ledger.Line CLEAN = new Ledger.Line(10, 10, 0, 0, 0, 0);

    private Reports() {}

    static Report of(Row... rows) {
        return of(1_000, 2, rows);
    }

    static Report of(int clients, int cores, Row... rows) {
        return new Report(
                Report.VERSION,
                false,
                "bench",
                Instant.EPOCH,
                60,
                new Machine("Linux", "a processor", cores, 8L << 30, "17", "0.1.0"),
                new Settings(
                        List.of("sse"),
                        List.of(Row.LOAD),
                        false,
                        clients,
                        20,
                        256,
                        10_000,
                        5_000,
                        5,
                        1_000,
                        List.of(0L),
                        null,
                        null,
                        null,
                        7),
                List.of(),
                List.of(rows),
                List.of());
    }

    static Row row(String strategy, Measure measure, double... values) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < values.length; i++) {
            runs.add(run(i + 1, true, measure, values[i]));
        }
        return row(strategy, runs);
    }

    static Row row(String strategy, List<Run> runs) {
        return new Row(Row.LOAD, new Subject(strategy, Implementation.PUSH_LAB, 0), runs);
    }

    static Run run(int repeat, boolean passed, Measure measure, double value) {
        var check = new SelfCheck("rate", passed, passed ? "kept" : "12 of 20/s");
        return new Run(repeat, repeat, CLEAN, Map.of(measure, value), List.of(check));
    }
}
