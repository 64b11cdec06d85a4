package dev.pushlab.bench.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which server to read from, and how.
 *
 * @param base {@code http://host[:port][/prefix]}, or https
 * @param headers sent with every request on top of the client's own, in place of one with the same name
 * @param pollInterval from one polling request to the next
 * @param longestWait how long a long poll may be held, 0 to 30 s
 * @param limit events in one answer to a polling client, 1 to 1,000
 * @param receiveBuffer bytes of SO_RCVBUF, 0 for the system's choice; small ones make a reader that stalls soon
 * @param rtt the round trip time that a subscription's bytes shall take on top of the network's own, half of it each way
 */
public record Target(
        URI base,
        String topic,
        Map<String, String> headers,
        Duration pollInterval,
        Duration longestWait,
        int limit,
        int receiveBuffer,
        Duration rtt) {

    public Target {
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "'" + base + "' is no base address. Use http://host:port or https://host:port");
        }
        if (rtt.isNegative()) {
            throw new IllegalArgumentException("a round trip of " + rtt + " is none");
        }
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    /** Topic {@code events}, a poll a second, waits of 25 s, 100 events an answer, no distance. */
    public static Target of(String base) {
        return new Target(
                URI.create(base),
                "events",
                Map.of(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(25),
                100,
                0,
                Duration.ZERO);
    }

    public Target withTopic(String name) {
        return new Target(base, name, headers, pollInterval, longestWait, limit, receiveBuffer, rtt);
    }

    public Target withHeader(String name, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Target(base, topic, more, pollInterval, longestWait, limit, receiveBuffer, rtt);
    }

    public Target withPollInterval(Duration interval) {
        return new Target(base, topic, headers, interval, longestWait, limit, receiveBuffer, rtt);
    }

    public Target withLongestWait(Duration longest) {
        return new Target(base, topic, headers, pollInterval, longest, limit, receiveBuffer, rtt);
    }

    public Target withLimit(int events) {
        return new Target(base, topic, headers, pollInterval, longestWait, events, receiveBuffer, rtt);
    }

    public Target withReceiveBuffer(int bytes) {
        return new Target(base, topic, headers, pollInterval, longestWait, limit, bytes, rtt);
    }

    public Target withRtt(Duration roundTrip) {
        return new Target(base, topic, headers, pollInterval, longestWait, limit, receiveBuffer, roundTrip);
    }

    int port() {
        return base.getPort() > 0 ? base.getPort() : secure() ? 443 : 80;
    }

    boolean secure() {
        return "https".equals(base.getScheme());
    }

    /** The base's prefix and a path below it, as it stands in a request line. */
    String path(String path) {
        String prefix = base.getRawPath() == null ? "" : base.getRawPath();
        return (prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix) + path;
    }
}
