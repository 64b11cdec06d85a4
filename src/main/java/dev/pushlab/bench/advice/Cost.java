package dev.pushlab.bench.advice;

/**
 * What a strategy is expected to cost the server; {@code null} where the model is not good enough to say.
 *
 * @param cpuCores cores of the machine that the model was made on, kept busy
 * @param bytesPerSecond on the wire, both directions
 */
public record Cost(Double cpuCores, Double bytesPerSecond, Double requestsPerSecond) {}
