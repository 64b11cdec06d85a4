package dev.pushlab.bench.client;

import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Tells events from control messages, keeps the position, and tells the listener; the same for every strategy. */
final class Inbox {

    private final Listener listener;
    private final Cursor cursor;
    private final EventScanner scanner = new EventScanner();
    private boolean opened;
    private boolean sealed;
    private String closingReason;

    Inbox(Listener listener, String after) {
        this.listener = listener;
        cursor = new Cursor(after);
    }

    String position() {
        return cursor.toString();
    }

    /** Whether the position is what these bytes say. */
    boolean isAt(ByteBuf position) {
        return cursor.is(position);
    }

    boolean opened() {
        return opened;
    }

    /** One JSON object that the server has sent. */
    void message(ByteBuf json, int from, int end) {
        if (sealed) {
            return;
        }
        if (scanner.scan(json, from, end)) {
            event(json, from, end);
            return;
        }
        var fields = Json.fields(json, from, end);
        if (fields.containsKey("control")) {
            control(fields, json.toString(from, end - from, StandardCharsets.UTF_8));
        } else {
            scanner.read(fields);
            event(json, from, end);
        }
    }

    void open(String next, long heartbeatMs) {
        if (opened) {
            throw new ContractViolation("a second ready");
        }
        opened = true;
        moveTo(next);
        listener.opened(next, heartbeatMs);
    }

    void gap(Map<String, String> fields) {
        mustBeOpen("a gap");
        var resumesAt = position(fields, "resumesAt");
        String missed = fields.getOrDefault("missed", "null");
        var gap = new Gap(
                position(fields, "requested"),
                resumesAt,
                "null".equals(missed) ? null : Long.valueOf(missed),
                Gap.Reason.valueOf(
                        Json.unquote(fields.getOrDefault("reason", "")).toUpperCase(Locale.ROOT)));
        cursor.moveTo(resumesAt.epoch(), resumesAt.offset() - 1);
        listener.gap(gap);
    }

    void moveTo(String position) {
        var parsed = Position.parse(position);
        cursor.moveTo(parsed.epoch(), parsed.offset());
    }

    void control(String name, String json) {
        if (!sealed) {
            listener.control(name, json);
        }
    }

    void refused(int status, String problem, Duration retryAfter) {
        if (!sealed) {
            listener.refused(status, problem, retryAfter);
        }
    }

    /** Tells the end, once; whatever still comes out of a decoder afterwards is dropped. */
    void seal(int code, String reason, Throwable cause) {
        if (!sealed) {
            sealed = true;
            listener.closed(code, closingReason == null ? reason : closingReason, cause);
        }
    }

    private void event(ByteBuf json, int from, int end) {
        mustBeOpen("an event");
        cursor.moveTo(scanner.epoch(), scanner.offset());
        listener.event(scanner.epoch(), scanner.offset(), scanner.dueAt(), json.slice(from, end - from));
    }

    private void control(Map<String, String> fields, String json) {
        String name = Json.unquote(fields.get("control"));
        switch (name) {
            case "ready" ->
                open(
                        Json.unquote(fields.getOrDefault("next", "")),
                        Long.parseLong(fields.getOrDefault("heartbeatMs", "0")));
            case "gap" -> gap(fields);
            case "closing" -> {
                closingReason = Json.unquote(fields.getOrDefault("reason", "\"closing\""));
                listener.control(name, json);
            }
            default -> listener.control(name, json);
        }
    }

    private void mustBeOpen(String what) {
        if (!opened) {
            throw new ContractViolation(what + " came before ready");
        }
    }

    private static Position position(Map<String, String> fields, String name) {
        return Position.parse(Json.unquote(fields.getOrDefault(name, "")));
    }
}
