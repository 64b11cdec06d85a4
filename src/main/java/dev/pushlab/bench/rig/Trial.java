package dev.pushlab.bench.rig;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.server.Server;
import java.time.Duration;

/**
 * What is tried out: one strategy, on one server, under one load.
 *
 * @param heat what is published before it counts
 * @param clients how many connect
 * @param warmup how long is published before it counts
 * @param duration how long it counts
 */
public record Trial(
        Client client,
        Target target,
        Server server,
        Feed feed,
        Feed heat,
        int clients,
        Duration warmup,
        Duration duration,
        Processor processor,
        Time time) {

    public Trial withFeed(Feed other) {
        return new Trial(client, target, server, other, other, clients, warmup, duration, processor, time);
    }

    public Trial withClients(int other) {
        return new Trial(client, target, server, feed, heat, other, warmup, duration, processor, time);
    }
}
