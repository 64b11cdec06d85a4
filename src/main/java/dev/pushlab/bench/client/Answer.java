package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * A whole HTTP response.
 *
 * @param body valid only as long as the call that brings it
 */
record Answer(int status, HttpHeaders headers, ByteBuf body) {

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    String header(CharSequence name) {
        return headers.get(name);
    }

    Duration retryAfter() {
        return retryAfter(header(HttpHeaderNames.RETRY_AFTER), Instant.now());
    }

    /** Both forms of RFC 9110 section 10.2.3; {@code null} for anything else. */
    static Duration retryAfter(String value, Instant now) {
        if (value == null) {
            return null;
        }
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            var delay = Duration.between(now, until);
            return delay.isNegative() ? Duration.ZERO : delay;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
