package dev.pushlab.bench.advice;

/** By which share of what it says a cost may be off, resource by resource; {@code null} where no cost is known. */
public record Errors(Double cpu, Double bytes, Double requests) {}
