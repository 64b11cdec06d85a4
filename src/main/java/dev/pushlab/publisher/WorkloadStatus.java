package dev.pushlab.publisher;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The workload as it is; what does not apply to its kind is absent.
 *
 * @param published events of the current or last run
 * @param kind {@code trace} or {@code generator}
 * @param speed how many times faster than recorded
 * @param loop whether the trace begins anew at its end
 * @param rate events a second
 * @param size bytes of each event's data
 * @param burst how many happen at the same moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkloadStatus(
        boolean running,
        long published,
        String kind,
        Double speed,
        Boolean loop,
        Double rate,
        Integer size,
        Integer burst) {

    static WorkloadStatus of(boolean running, long published, WorkloadSpec.Trace spec) {
        return new WorkloadStatus(running, published, "trace", spec.speed(), spec.loop(), null, null, null);
    }

    static WorkloadStatus of(boolean running, long published, WorkloadSpec.Generator spec) {
        return new WorkloadStatus(running, published, "generator", null, null, spec.rate(), spec.size(), spec.burst());
    }
}
