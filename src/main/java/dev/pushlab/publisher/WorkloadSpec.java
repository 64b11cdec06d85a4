package dev.pushlab.publisher;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pushlab.log.RefusedException;

/** What a workload publishes; absent fields have defaults. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkloadSpec.Trace.class, name = "trace"),
    @JsonSubTypes.Type(value = WorkloadSpec.Generator.class, name = "generator")
})
sealed interface WorkloadSpec {

    /**
     * The recorded trace.
     *
     * @param speed how many times faster than recorded, 0.1 to 1,000,000
     * @param loop whether it begins anew at its end
     */
    record Trace(Double speed, Boolean loop) implements WorkloadSpec {

        @JsonCreator
        public Trace {
            speed = speed == null ? 3_600 : inRange("speed", speed, 0.1, 1_000_000);
            loop = loop == null || loop;
        }
    }

    /**
     * Events made up.
     *
     * @param rate events a second, 0.1 to 10,000
     * @param size bytes of each event's data, 1 to 60,000
     * @param burst how many happen at the same moment, 1 to 1,000
     */
    record Generator(Double rate, Integer size, Integer burst) implements WorkloadSpec {

        @JsonCreator
        public Generator {
            rate = rate == null ? 10 : inRange("rate", rate, 0.1, 10_000);
            size = size == null ? 128 : (int) inRange("size", size, 1, 60_000);
            burst = burst == null ? 1 : (int) inRange("burst", burst, 1, 1_000);
        }
    }

    private static double inRange(String name, double value, double min, double max) {
        if (value >= min && value <= max) {
            return value;
        }
        throw RefusedException.invalid(
                "invalid-workload", "%s is %s. Use %s to %s.".formatted(name, plain(value), plain(min), plain(max)));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
