package dev.pushlab.bench.server;

/**
 * What a process has used since its start; {@code NaN} where that can't be known.
 *
 * @param cpuNanos CPU time of all its threads
 * @param compilerNanos what its just-in-time compiler has used of it
 * @param allocatedBytes heap allocated by the threads that live now
 * @param threads that live now
 */
public record Usage(double cpuNanos, double compilerNanos, double allocatedBytes, double threads) {

    public static final Usage UNKNOWN = new Usage(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** From an earlier moment until this one; threads are not summed up. */
    public Usage since(Usage earlier) {
        return new Usage(
                cpuNanos - earlier.cpuNanos,
                compilerNanos - earlier.compilerNanos,
                allocatedBytes - earlier.allocatedBytes,
                threads);
    }

    /** CPU time without the compiler's; all of it where that isn't known. */
    public double workNanos() {
        return Double.isNaN(compilerNanos) ? cpuNanos : cpuNanos - compilerNanos;
    }
}
