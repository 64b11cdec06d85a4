package dev.pushlab.fault;

import dev.pushlab.log.RefusedException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What the network is like now. What passes by itself needs no timer: while nothing gets through, nobody is connected. */
final class Faults {

    private final Toxics toxics;
    private final LongSupplier nanoTime;
    private State state = new State(Conditions.GOOD, null);

    Faults(Toxics toxics, LongSupplier nanoTime) {
        this.toxics = toxics;
        this.nanoTime = nanoTime;
    }

    /** @param until the moment in nanoseconds at which the network is good again; {@code null} if it stays as it is */
    private record State(Conditions conditions, Long until) {}

    synchronized Conditions now() {
        if (remainingNanos() <= 0) {
            reset();
        }
        return state.conditions();
    }

    /** How long it takes until the network is good again, in milliseconds; {@code null} if it stays as it is. */
    synchronized Long remainingMillis() {
        return now().enabled() || state.until() == null
                ? null
                : TimeUnit.NANOSECONDS.toMillis(remainingNanos() + TimeUnit.MILLISECONDS.toNanos(1) - 1);
    }

    private long remainingNanos() {
        return state.until() == null ? Long.MAX_VALUE : state.until() - nanoTime.getAsLong();
    }

    synchronized void reset() {
        state = new State(Conditions.GOOD, null);
    }

    /** @throws RefusedException if there is no such preset or toxic, or a number is out of range */
    synchronized void change(FaultSpec spec) {
        boolean custom = spec.enabled() != null || spec.toxics() != null;
        if (custom == (spec.preset() != null)) {
            throw RefusedException.invalid(
                    "invalid-faults", "Give either a preset, or toxics and whether the network is enabled.");
        }
        if (custom) {
            List<FaultSpec.ToxicSpec> given = spec.toxics() == null ? List.of() : spec.toxics();
            state = new State(new Conditions(null, spec.enabled() == null || spec.enabled(), toxics.read(given)), null);
        } else {
            Preset preset = Preset.named(spec.preset());
            state = new State(
                    preset.conditions(toxics),
                    preset.down() == null
                            ? null
                            : nanoTime.getAsLong() + preset.down().toNanos());
        }
    }
}
