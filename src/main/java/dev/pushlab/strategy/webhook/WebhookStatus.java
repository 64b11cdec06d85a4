package dev.pushlab.strategy.webhook;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.Position;
import java.net.URI;
import java.util.Locale;

/**
 * How a webhook stands.
 *
 * @param position the receiver has accepted everything up to here
 * @param lag events of the log that it has not accepted, {@code null} while its position is of another life of the log
 * @param state {@code waiting} for events, {@code delivering}, or {@code retrying} after a pause
 * @param retryInMs what is left of the pause, in milliseconds; {@code null} in other states
 * @param failures attempts that failed in a row
 * @param lastStatus what the receiver answered last, {@code null} if the last attempt got no answer or there was none
 * @param lastError why it got no answer, {@code null} if it did
 */
public record WebhookStatus(
        String id,
        String url,
        String topic,
        Position position,
        Long lag,
        String state,
        Long retryInMs,
        int failures,
        Integer lastStatus,
        String lastError) {

    static WebhookStatus of(String id, URI url, EventLog log, Position reached, Courier.Report report) {
        return new WebhookStatus(
                id,
                url.toString(),
                log.topic(),
                reached,
                lag(log.head(), reached),
                report.state().name().toLowerCase(Locale.ROOT),
                report.retryIn() == null ? null : Math.max(0, report.retryIn().toMillis()),
                report.failures(),
                report.last().status(),
                report.last().error());
    }

    private static Long lag(Position head, Position reached) {
        boolean comparable = head.epoch().equals(reached.epoch()) && head.offset() >= reached.offset();
        return comparable ? head.offset() - reached.offset() : null;
    }
}
