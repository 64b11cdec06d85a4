package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is to be said about one strategy; {@code null} where it is not known.
 *
 * @param reason why it is not ranked, {@code null} if it is
 * @param requestsPerHour of the whole audience
 * @param serverCpuPercent of one core
 * @param lost events, of those that one client should have had
 * @param pollIntervalMs how often clients should ask
 * @param fits whether the machine of the model has enough cores
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Judgement(
        String strategy,
        Reason reason,
        Figure p99Micros,
        Figure bytesPerHourPerClient,
        Figure requestsPerHour,
        Figure serverCpuPercent,
        Long lost,
        Double pollIntervalMs,
        boolean fits) {

    boolean ranked() {
        return reason == null;
    }

    Judgement because(Reason why) {
        return new Judgement(
                strategy,
                why,
                p99Micros,
                bytesPerHourPerClient,
                requestsPerHour,
                serverCpuPercent,
                lost,
                pollIntervalMs,
                fits);
    }
}
