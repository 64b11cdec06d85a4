package dev.pushlab.bench;

import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.writing.Numbers;
import java.util.List;

/** How a bench measures, in sentences for the report. */
final class Method {

    private Method() {}

    static List<String> of(Settings settings) {
        boolean local = settings.url() == null;
        return List.of(
                local
                        ? "Every run has a fresh server process on this machine, reached over loopback; the clients share its"
                                + " processors."
                        : "All runs are made against the server at " + settings.url()
                                + ", through whatever stands in between; its CPU time is what its actuator tells.",
                "The order of the runs is shuffled within every repeat by seed " + settings.seed()
                        + "; shown are the median of the repeats and Student's 95 % interval on their logarithms.",
                "Events are published when they are due, whatever has become of those before (open loop), over one connection"
                        + " of its own; sent more than an interval (at least 20 ms) late they count as missed, and a run with"
                        + " more than 1 % missed, and more than two, is invalid.",
                "Latency runs from the moment an event is due until a client has it, on one monotonic clock in one process"
                        + " (HdrHistogram); each client's every event counts.",
                "The warm-up of " + Numbers.time(settings.warmupMillis())
                        + " does not count; the just-in-time compiler goes on behind it, so the CPU time of its threads is kept"
                        + " apart, and shown as a sign of how warm the server was.",
                "Bytes are counted at the client's socket in both directions: heads, framing, heartbeats and empty answers"
                        + " included, TCP's and IP's own headers not.",
                "Server CPU is the time of all its other threads in the window over the events delivered in it; the floor is a bare"
                        + " loop in a process of its own that writes the same events to as many sockets.",
                "Memory a connection is the slope of heap after collections plus direct buffers over four"
                        + " numbers of clients, before anything is published.",
                "Each client's ledger is kept over the whole run; a loss, a duplicate or an event out of order makes the report"
                        + " invalid, except in the textbook's rows, which promise nothing.",
                "A run is invalid, too, if its generator used more than 70 % of its share of the processors, if not all clients"
                        + " stayed connected, or if the latency of polling is not spread evenly over its interval.");
    }
}
