package dev.pushlab.bench.rig;

import dev.pushlab.bench.client.Counters;
import dev.pushlab.bench.server.Usage;

/**
 * What has been spent up to a moment.
 *
 * @param nanos by the trial's clock
 * @param delivered events to all clients together
 * @param dataBytes of the events published
 * @param published events, once each
 * @param clientCpuNanos CPU time of the process of the clients
 */
public record Snapshot(
        long nanos,
        long delivered,
        long published,
        long dataBytes,
        Counters wire,
        Usage server,
        double clientCpuNanos) {

    /** A generator that is busier than that measures itself. */
    public static final double MOST_OF_SHARE = 0.7;

    /** From an earlier moment until this one. */
    public Snapshot since(Snapshot earlier) {
        return new Snapshot(
                nanos - earlier.nanos,
                delivered - earlier.delivered,
                published - earlier.published,
                dataBytes - earlier.dataBytes,
                wire.minus(earlier.wire),
                server.since(earlier.server),
                clientCpuNanos - earlier.clientCpuNanos);
    }

    /** Of its share of the processors, how much the clients' process has used; the server has the other half if it is here. */
    public double generatorLoad(Trial trial) {
        return clientCpuNanos / nanos / share(trial);
    }

    static double share(Trial trial) {
        int cores = trial.processor().cores();
        return trial.server().local() ? cores / 2.0 : cores;
    }
}
