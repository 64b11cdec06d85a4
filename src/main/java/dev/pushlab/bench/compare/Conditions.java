package dev.pushlab.bench.compare;

import dev.pushlab.bench.result.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Under which conditions a report was made, as far as they decide what it measures. */
final class Conditions {

    private Conditions() {}

    /** What differs between two reports, a sentence each. */
    static List<String> differences(Report a, Report b) {
        var before = of(a);
        var after = of(b);
        return before.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + ": " + said(before.get(name)) + " in A, " + said(after.get(name)) + " in B")
                .toList();
    }

    private static Map<String, Object> of(Report report) {
        var conditions = new LinkedHashMap<String, Object>();
        var settings = report.settings();
        conditions.put("indicative", report.indicative());
        conditions.put("clients", settings.clients());
        conditions.put("events a second", settings.rate());
        conditions.put("bytes of an event's data", settings.size());
        conditions.put("duration in ms", settings.durationMillis());
        conditions.put("warm-up in ms", settings.warmupMillis());
        conditions.put("poll interval in ms", settings.pollIntervalMillis());
        conditions.put("scenario", settings.scenario());
        conditions.put("trace", settings.trace());
        conditions.put("server's address", settings.url());
        var machine = report.machine();
        conditions.put("operating system", machine.os());
        conditions.put("processor", machine.cpu());
        conditions.put("cores", machine.cores());
        conditions.put("memory in bytes", machine.memoryBytes());
        conditions.put("bench's JVM", machine.jvm());
        conditions.put("server", machine.server());
        return conditions;
    }

    private static Object said(Object value) {
        return value == null ? "none" : value;
    }
}
