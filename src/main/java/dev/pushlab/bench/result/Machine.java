package dev.pushlab.bench.result;

/**
 * Where it was measured.
 *
 * @param server what served: version and its JVM; for a remote server its address only
 * @param memoryBytes physical memory
 */
public record Machine(String os, String cpu, int cores, long memoryBytes, String jvm, String server) {}
