package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Machine;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What was asked for, where and how, in few words. */
final class Words {

    static final String TITLE = "Server push, measured";

    /** Where to read on. */
    static final String FILES =
            "Beside this stand report.json with everything (src/docs/report-schema.json describes it)"
                    + " and report.csv with a line for each value: statistic is value for a repeat, or median, low and high over"
                    + " the repeats; what can't be believed is empty.";

    private static final Map<String, String> EXPERIMENTS = Map.of(
            Row.LOAD,
            "Load: events are published, and nothing else is done",
            "frequent",
            "Frequent: a load of many events",
            "resume",
            "Resume: every connection is broken mid-stream",
            "storm",
            "Storm: everybody reconnects at once",
            "slow",
            "Slow: some clients take nothing",
            "idle",
            "Idle: connected, and no events",
            "saturate",
            "Saturate: ever more events, until they come late",
            "dead",
            "Dead: every client dies without a word");

    private Words() {}

    static String experiment(String id) {
        return EXPERIMENTS.getOrDefault(id, id);
    }

    /** For example: 1,000 clients, 20 events/s of 256 B, 10 s after 5 s of warm-up, 5 repeats. */
    static String load(Settings settings) {
        return "%s, %s after %s of warm-up, %s repeats"
                .formatted(
                        shortLoad(settings),
                        Numbers.time(settings.durationMillis()),
                        Numbers.time(settings.warmupMillis()),
                        Numbers.of(settings.repeats()));
    }

    static String shortLoad(Settings settings) {
        return "%s clients, %s events/s of %s B"
                .formatted(Numbers.of(settings.clients()), Numbers.of(settings.rate()), Numbers.of(settings.size()));
    }

    /** What there is to know beside the numbers, by name. */
    static Map<String, String> facts(Report report) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", report.command());
        facts.put("Load", load(report.settings()));
        facts.put("Round trip added", roundTrips(report.settings()));
        facts.put("Poll interval", Numbers.time(report.settings().pollIntervalMillis()));
        putIfAny(facts, "Scenario", report.settings().scenario());
        putIfAny(facts, "Trace", report.settings().trace());
        putIfAny(facts, "URL", report.settings().url());
        facts.put("Seed", Long.toString(report.settings().seed()));
        facts.put("Machine", machine(report.machine()));
        facts.put("Bench", report.machine().jvm());
        facts.put("Server", report.machine().server());
        facts.put("Began", report.date().toString());
        facts.put("Took", Numbers.time(report.seconds() * 1_000));
        return facts;
    }

    private static String roundTrips(Settings settings) {
        return settings.rttMillis().stream().map(rtt -> rtt + " ms").collect(Collectors.joining(", "));
    }

    private static String machine(Machine machine) {
        var parts = new ArrayList<String>();
        parts.add(machine.cpu());
        parts.add(machine.cores() + " cores");
        parts.add(Numbers.of(machine.memoryBytes() / (double) (1 << 30)) + " GB");
        parts.add(machine.os());
        return String.join(", ", parts);
    }

    private static void putIfAny(Map<String, String> facts, String name, String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
