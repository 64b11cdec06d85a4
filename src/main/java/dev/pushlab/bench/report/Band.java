package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Measure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Measures that are read side by side; together they don't fit into any width. */
enum Band {
    /** What an experiment other than the load is about. */
    EXPERIMENT(
            "Outcome",
            Measure.RECOVERY_P50,
            Measure.RECOVERY_P99,
            Measure.CATCH_UP,
            Measure.SLOW_EFFECT,
            Measure.IDLE_CPU,
            Measure.IDLE_BYTES,
            Measure.SATURATION,
            Measure.NOTICE),
    LATENCY(
            "How late events arrive",
            Measure.DELIVERIES,
            Measure.P50,
            Measure.P90,
            Measure.P99,
            Measure.P999,
            Measure.MAX),
    SERVER(
            "What a delivered event costs the server",
            Measure.SERVER_CPU,
            Measure.FLOOR_MULTIPLE,
            Measure.COMPILER,
            Measure.ALLOCATION),
    WIRE(
            "What a delivered event costs on the wire",
            Measure.BYTES_DOWN,
            Measure.BYTES_UP,
            Measure.PAYLOAD_SHARE,
            Measure.REQUESTS),
    CONNECTION("What a connection costs", Measure.MEMORY, Measure.THREADS, Measure.CONNECT, Measure.CLIENT_CPU);

    private final String title;
    private final Set<Measure> measures;

    Band(String title, Measure... measures) {
        this.title = title;
        this.measures = EnumSet.copyOf(Arrays.asList(measures));
    }

    String title() {
        return title;
    }

    Set<Measure> measures() {
        return measures;
    }
}
