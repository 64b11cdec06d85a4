package dev.pushlab.bench.result;

/**
 * A measure over the repeats.
 *
 * @param low lower end of the 95 % interval, {@code null} for a single repeat
 * @param high upper end of the 95 % interval, {@code null} for a single repeat
 */
public record Summary(double median, Double low, Double high) {}
