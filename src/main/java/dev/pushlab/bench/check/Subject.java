package dev.pushlab.bench.check;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Target;
import java.time.Duration;
import java.util.Set;

/**
 * One strategy under check.
 *
 * @param traits what the server says that the strategy can do
 * @param target the server, and the strategy's own topic there
 * @param topic the same topic, to publish to
 * @param other a topic that nobody reads
 * @param timeout how long anything may take
 */
record Subject(
        Client client,
        Set<String> traits,
        Server server,
        Target target,
        Topic topic,
        Topic other,
        Duration timeout,
        Findings findings) {

    private static final Duration PROMPTLY = Duration.ofSeconds(2);

    Reader read(String after) {
        return read(target, after);
    }

    Reader read(Target where, String after) {
        var heard = new Transcript();
        return new Reader(client.subscribe(where, after, heard), heard);
    }

    /** How long an event may take before it counts as held back. */
    Duration bound() {
        return timeout.compareTo(PROMPTLY) < 0 ? timeout : PROMPTLY;
    }

    boolean streams() {
        return traits.contains("stream");
    }
}
