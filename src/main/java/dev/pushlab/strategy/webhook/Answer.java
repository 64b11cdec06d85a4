package dev.pushlab.strategy.webhook;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What became of an attempt.
 *
 * @param status the receiver's answer, {@code null} if there was none
 * @param retryAfter the field of this name (RFC 9110, section 10.2.3) as it came, {@code null} if it did not
 * @param error why there was no answer, {@code null} if there was one
 */
record Answer(Integer status, String retryAfter, String error) {

    private static final Duration LONGEST = Duration.ofHours(1);

    static Answer failure(Throwable failure) {
        return new Answer(null, null, describe(failure));
    }

    static Answer failure(String error) {
        return new Answer(null, null, error);
    }

    boolean isAccepted() {
        return status != null && HttpStatus.isSuccess(status);
    }

    /** Whether the receiver wants nothing any more. */
    boolean isGone() {
        return status != null && status == HttpStatus.GONE_410;
    }

    /** How long the receiver wants to be left alone, 0 to 1 h; {@code null} if it did not say so in any known form. */
    Duration patience(Instant now) {
        if (retryAfter == null) {
            return null;
        }
        Duration asked = retryAfter.matches("[0-9]+") ? seconds(retryAfter) : until(retryAfter, now);
        if (asked == null || asked.isNegative()) {
            return asked == null ? null : Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration until(String date, Instant now) {
        try {
            ZonedDateTime time = HttpDateTime.parse(date);
            return Duration.between(now, time.toInstant());
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String describe(Throwable failure) {
        if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
            return "No answer in time";
        }
        if (failure instanceof UnknownHostException) {
            return "The host is not known";
        }
        if (failure instanceof ConnectException) {
            return "Nothing listens there";
        }
        if (failure instanceof EOFException || failure instanceof ClosedChannelException) {
            return "The connection broke";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
