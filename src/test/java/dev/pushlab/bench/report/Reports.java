package dev.pushlab.bench.report;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reports and rows made by hand. */
public final class Reports {

    public static final Ledger.Line CLEAN = new Ledger.Line(200_000, 200_000, 0, 0, 0, 0);
    static final Ledger.Line LOSSY = new Ledger.Line(200_000, 199_993, 7, 3, 1, 0);
    public static final SelfCheck IN_TIME = new SelfCheck("schedule kept", true, "0 of 200 events late");
    public static final SelfCheck OVERLOADED = new SelfCheck("generator", false, "91 % of its share, at most 70 %");

    private Reports() {}

    /** Everything that can be in a report: valid, invalid in two ways, a textbook that loses, several experiments. */
    static Report mixed(double invalidValue) {
        var rows = new ArrayList<Row>();
        rows.add(row(Row.LOAD, bare())
                .with(Measure.SERVER_CPU, 2.1, 2.0, 2.2)
                .with(Measure.MEMORY, 1.1, 1.2, 1.1)
                .row());
        rows.add(load("polling", 501, 1_004, 9.1, 132, 31, 11.2));
        rows.add(load("long-polling", 2.1, 14.2, 61.3, 812, 340, 12.4));
        rows.add(load("sse", 1.02, 5.4, 6.1, 341, 0.4, 14.8));
        rows.add(load("stomp", 1.1, 6.6, 7.9, 420, 0.9, 13.1));
        rows.add(load("websocket", 0.94, 5.1, 5.2, 318, 0.5, 9.3));
        rows.add(row(Row.LOAD, ours("ndjson")).all(invalidValue).ledger(LOSSY).row());
        rows.add(row(Row.LOAD, ours("sockjs-eventsource"))
                .all(invalidValue)
                .check(OVERLOADED)
                .row());
        rows.add(row(Row.LOAD, textbook("sse"))
                .with(Measure.P50, 4.1, 4.4, 4.0)
                .with(Measure.P99, 99, 120, 111)
                .with(Measure.MAX, 700, 820, 750)
                .with(Measure.SERVER_CPU, 18, 19.5, 20.1)
                .with(Measure.FLOOR_MULTIPLE, 8.6, 9.3, 9.6)
                .with(Measure.BYTES_DOWN, 360, 361, 360)
                .with(Measure.MEMORY, 45.1, 46, 44)
                .ledger(LOSSY)
                .row());
        rows.add(row("idle", ours("sse"))
                .with(Measure.IDLE_CPU, 12, 13, 12.5)
                .with(Measure.IDLE_BYTES, 148, 148, 148)
                .row());
        rows.add(row("idle", ours("websocket"))
                .all(invalidValue)
                .check(OVERLOADED)
                .row());
        rows.add(row("saturate", ours("sse")).all(invalidValue).ledger(LOSSY).row());
        return of(rows);
    }

    static Report valid() {
        return of(List.of(load("sse", 1.02, 5.4, 6.1, 341, 0.4, 14.8)));
    }

    static Report of(List<Row> rows) {
        return of(rows.toArray(Row[]::new));
    }

    public static Report of(Row... rows) {
        return of(1_000, 2, rows);
    }

    public static Report of(int clients, int cores, Row... rows) {
        var settings = settings(clients);
        return new Report(
                Report.VERSION,
                false,
                "java -jar push-lab.jar bench --seed 7",
                Instant.parse("2026-01-31T12:00:00Z"),
                734,
                new Machine(
                        "Linux 6.1",
                        "A CPU @ 2.0 GHz",
                        cores,
                        8L << 30,
                        "OpenJDK 17.0.15",
                        "push-lab 0.1.0, OpenJDK 17.0.15"),
                settings,
                List.of("Open loop: an event is due when the schedule says so.", "Order shuffled by the seed."),
                List.of(rows),
                Sayings.of(settings, List.of(rows)));
    }

    static Report indicative(Report report) {
        return new Report(
                report.version(),
                true,
                report.command(),
                report.date(),
                report.seconds(),
                report.machine(),
                report.settings(),
                report.method(),
                report.rows(),
                report.sayings());
    }

    static Settings settings() {
        return settings(1_000);
    }

    private static Settings settings(int clients) {
        return new Settings(
                List.of("polling", "long-polling", "sse", "stomp"),
                List.of(),
                true,
                clients,
                20,
                256,
                10_000,
                5_000,
                3,
                1_000,
                List.of(0L),
                null,
                null,
                null,
                7);
    }

    static Row load(String strategy, double p50, double p99, double cpu, double down, double up, double memory) {
        return row(Row.LOAD, ours(strategy))
                .around(Measure.DELIVERIES, 20_000)
                .around(Measure.P50, p50)
                .around(Measure.P90, (p50 + p99) / 2)
                .around(Measure.P99, p99)
                .around(Measure.P999, p99 * 1.3)
                .around(Measure.MAX, p99 * 1.9)
                .around(Measure.BYTES_DOWN, down)
                .around(Measure.BYTES_UP, up)
                .around(Measure.PAYLOAD_SHARE, 100 * 256 / (down + up + 140))
                .around(Measure.REQUESTS, up / 340)
                .around(Measure.SERVER_CPU, cpu)
                .around(Measure.FLOOR_MULTIPLE, cpu / 2.1)
                .around(Measure.COMPILER, cpu / 20)
                .around(Measure.ALLOCATION, 1_234)
                .around(Measure.MEMORY, memory)
                .with(Measure.THREADS, 41, 42, 41)
                .around(Measure.CONNECT, 812)
                .around(Measure.CLIENT_CPU, 3.3)
                .row();
    }

    public static Subject ours(String strategy) {
        return new Subject(strategy, Implementation.PUSH_LAB, 0);
    }

    static Subject textbook(String strategy) {
        return new Subject(strategy, Implementation.TEXTBOOK, 0);
    }

    static Subject bare() {
        return new Subject("bare", Implementation.BARE, 0);
    }

    /** Of our implementation under load, with a repeat for each value. */
    public static Row row(String strategy, Measure measure, double... values) {
        return row(Row.LOAD, ours(strategy)).with(measure, values).row();
    }

    static Draft row(String experiment, Subject subject) {
        return new Draft(experiment, subject);
    }

    /** A row in the making, of as many repeats as it has values. */
    static final class Draft {

        private final String experiment;
        private final Subject subject;
        private final Map<Measure, double[]> values = new EnumMap<>(Measure.class);
        private Ledger.Line ledger = CLEAN;
        private SelfCheck check = IN_TIME;

        private Draft(String experiment, Subject subject) {
            this.experiment = experiment;
            this.subject = subject;
        }

        Draft with(Measure measure, double... repeats) {
            values.put(measure, repeats);
            return this;
        }

        /** Three repeats that differ by a few per cent. */
        Draft around(Measure measure, double value) {
            return with(measure, value * 0.99, value, value * 1.01);
        }

        Draft all(double value) {
            for (var measure : Measure.values()) {
                around(measure, value);
            }
            return this;
        }

        Draft ledger(Ledger.Line each) {
            ledger = each;
            return this;
        }

        Draft check(SelfCheck each) {
            check = each;
            return this;
        }

        Row row() {
            int repeats = values.values().stream()
                    .mapToInt(array -> array.length)
                    .max()
                    .orElse(0);
            var runs = new ArrayList<Run>();
            for (int i = 0; i < repeats; i++) {
                var measures = new EnumMap<Measure, Double>(Measure.class);
                int repeat = i;
                values.forEach((measure, array) -> measures.put(measure, array[repeat]));
                runs.add(new Run(repeat + 1, repeat * 10 + 3, ledger, measures, List.of(check)));
            }
            return new Row(experiment, subject, runs);
        }
    }
}
