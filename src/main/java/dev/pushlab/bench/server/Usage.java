package dev.pushlab.bench.server;

/**
 * What a process has used since its start; {@code NaN} where that can't be known.
 *
 * @param cpuNanos CPU time of all its threads
 * @param allocatedBytes heap allocated by the threads that live now
 * @param compilerMillis elapsed time of its just-in-time compiler
 * @param threads that live now
 */
public record Usage(double cpuNanos, double allocatedBytes, double compilerMillis, double threads) {

    public static final Usage UNKNOWN = new Usage(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** From an earlier moment until this one; threads are not summed up. */
    public Usage since(Usage earlier) {
        return new Usage(
                cpuNanos - earlier.cpuNanos,
                allocatedBytes - earlier.allocatedBytes,
                compilerMillis - earlier.compilerMillis,
                threads);
    }
}
