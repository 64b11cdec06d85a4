package dev.pushlab.bench.result;

import java.util.List;

/**
 * What was asked for.
 *
 * @param url the server that was measured, {@code null} for one started for each run
 * @param scenario {@code null} if rate and size were given
 * @param trace {@code null} if the events were made up
 * @param rate events a second; of a trace its mean
 * @param size bytes of an event's data; of a trace its mean
 * @param seed of the order of the runs
 */
public record Settings(
        List<String> strategies,
        List<String> experiments,
        boolean baselines,
        int clients,
        double rate,
        int size,
        long durationMillis,
        long warmupMillis,
        int repeats,
        long pollIntervalMillis,
        List<Long> rttMillis,
        String scenario,
        String trace,
        String url,
        long seed) {}
