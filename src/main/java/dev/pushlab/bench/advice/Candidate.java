package dev.pushlab.bench.advice;

/**
 * A strategy that could be chosen.
 *
 * @param twoWay whether clients send over the same connection
 */
public record Candidate(String strategy, boolean twoWay) {}
