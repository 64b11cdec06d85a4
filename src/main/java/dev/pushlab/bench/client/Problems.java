package dev.pushlab.bench.client;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Reads what a problem (RFC 9457) says where no HTTP header can say it. */
final class Problems {

    private Problems() {}

    /** The problem's status, 0 if it has none. */
    static int status(String problem) {
        return (int) number(problem, "status", 0);
    }

    /** From {@code retryAfterMs}; {@code null} if the message has none. */
    static Duration retryAfter(String json) {
        long milliseconds = number(json, "retryAfterMs", -1);
        return milliseconds < 0 ? null : Duration.ofMillis(milliseconds);
    }

    private static long number(String json, String field, long otherwise) {
        try {
            return Long.parseLong(fields(json).getOrDefault(field, ""));
        } catch (ContractViolation | NumberFormatException e) {
            return otherwise;
        }
    }

    private static Map<String, String> fields(String json) {
        var bytes = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
        return Json.fields(bytes, 0, bytes.writerIndex());
    }
}
