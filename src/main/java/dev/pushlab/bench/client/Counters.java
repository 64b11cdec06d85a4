package dev.pushlab.bench.client;

/**
 * What a subscription has cost on the wire so far.
 *
 * @param bytesIn bytes read from sockets, HTTP's, WebSocket's and TLS's framing included, TCP's and IP's own headers not
 * @param bytesOut bytes written to sockets, counted alike
 * @param requests HTTP requests made, upgrades included; a webhook's deliveries too, which are the server's requests
 * @param connections TCP connections opened; of those that the server opens for several webhooks, the ones that this was
 *     the first to use
 */
public record Counters(long bytesIn, long bytesOut, long requests, long connections) {

    public static final Counters NONE = new Counters(0, 0, 0, 0);

    public Counters plus(Counters other) {
        return new Counters(
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut,
                requests + other.requests,
                connections + other.connections);
    }

    public Counters minus(Counters other) {
        return new Counters(
                bytesIn - other.bytesIn,
                bytesOut - other.bytesOut,
                requests - other.requests,
                connections - other.connections);
    }
}
