package dev.pushlab.strategy;

import dev.pushlab.log.Batch;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Position;
import dev.pushlab.log.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * What a client asks for that fetches its events itself.
 *
 * @param topic {@code null} for the default topic
 * @param limit the most events in the answer, 1 to 1,000
 * @param patience how long to wait for the first one, 0 s to 30 s; {@code null} where the strategy does not wait
 */
public record Pull(String topic, int limit, Duration patience) {

    public static final String DEFAULT_LIMIT = "100";
    public static final String DEFAULT_WAIT = "25s";

    private static final Duration DEFAULT_WAIT_DURATION = Duration.ofSeconds(25);
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_LIMIT = 1_000;
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    /**
     * Reads the parameters of a request that does not wait.
     *
     * @throws RefusedException if one is malformed or out of range
     */
    public static Pull of(String topic, String limit) {
        return new Pull(topic, limit(limit), null);
    }

    /** Reads the parameters of a request that waits; throws as {@link #of(String, String)}. */
    public static Pull of(String topic, String limit, String wait) {
        return new Pull(topic, limit(limit), duration(wait));
    }

    private static int limit(String text) {
        if (LIMIT.matcher(text).matches()) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw RefusedException.invalid(
                "invalid-limit", "limit is " + RefusedException.quote(text) + ". Use 1 to " + MAX_LIMIT + ".");
    }

    private static Duration duration(String wait) {
        try {
            Duration duration = DurationStyle.detectAndParse(wait);
            if (!duration.isNegative() && duration.compareTo(MAX_WAIT) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Refused below, as one that is out of range.
        }
        throw RefusedException.invalid(
                "invalid-wait",
                "wait is " + RefusedException.quote(wait) + ". Use a duration from 0s to 30s, such as 25s.");
    }

    /** The value of a {@code Link} header (RFC 8288) that goes on from a position: a client only follows links. */
    public String link(Strategy strategy, String contextPath, Position next) {
        var link = new StringBuilder(96)
                .append('<')
                .append(contextPath)
                .append(strategy.path())
                .append("?after=")
                .append(next);
        if (topic != null && !topic.equals(EventLogs.DEFAULT_TOPIC)) {
            link.append("&topic=").append(topic);
        }
        if (limit != Integer.parseInt(DEFAULT_LIMIT)) {
            link.append("&limit=").append(limit);
        }
        if (patience != null && !patience.equals(DEFAULT_WAIT_DURATION)) {
            link.append("&wait=").append(patience.toMillis()).append("ms");
        }
        return link.append(">; rel=\"next\"").toString();
    }

    /** The body of an answer. */
    public static byte[] body(Batch batch) {
        return batch.json().getBytes(StandardCharsets.UTF_8);
    }
}
