package dev.pushlab.bench.advice;

/**
 * What one client saw of a strategy; {@code null} where it saw nothing.
 *
 * @param p99Micros latency from due time
 * @param received events
 * @param bytesPerEvent on the wire, both directions
 * @param pollIntervalMs how often it asked, if it is its choice
 */
public record Measured(
        Double p99Micros,
        long lost,
        long received,
        Double bytesPerEvent,
        Double requestsPerEvent,
        Double pollIntervalMs) {}
