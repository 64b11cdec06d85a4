package dev.pushlab.fault;

import static java.util.stream.Collectors.joining;

import dev.pushlab.fault.FaultSpec.ToxicSpec;
import dev.pushlab.log.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network that everybody has met. */
enum Preset {
    GOOD(null),

    /** 100 ms ± 30 ms each way; every 10 s nothing moves for 1.5 s. */
    MOBILE(
            null,
            toxic("latency", "upstream", Map.of("latency", 100L, "jitter", 30L)),
            toxic("latency", "downstream", Map.of("latency", 100L, "jitter", 30L)),
            toxic("stall", "upstream", Map.of("interval", 10_000L, "length", 1_500L)),
            toxic("stall", "downstream", Map.of("interval", 10_000L, "length", 1_500L))),

    /** Nothing gets through for 10 s; then it is good again by itself. */
    TUNNEL(Duration.ofSeconds(10)),

    /** Knows no upgrades, buffers answers, and closes what is idle for 60 s. */
    CORPORATE(
            null,
            toxic("blocks_upgrades", "upstream", Map.of()),
            toxic("idle", "downstream", Map.of("timeout", 60_000L)),
            toxic("buffering", "downstream", Map.of("size", 65_536L)));

    private final Duration down;
    private final List<ToxicSpec> toxics;

    Preset(Duration down, ToxicSpec... toxics) {
        this.down = down;
        this.toxics = List.of(toxics);
    }

    private static ToxicSpec toxic(String type, String stream, Map<String, Long> attributes) {
        return ToxicSpec.of(type, stream, attributes);
    }

    /** @throws RefusedException if there is none of that name */
    static Preset named(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "invalid-faults",
                        RefusedException.quote(name) + " is no preset. Use one of "
                                + Arrays.stream(values()).map(Preset::toString).collect(joining(", ")) + "."));
    }

    /** How long nothing gets through; {@code null} if something always does. */
    Duration down() {
        return down;
    }

    Conditions conditions(Toxics known) {
        return new Conditions(toString(), down == null, known.read(toxics));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
