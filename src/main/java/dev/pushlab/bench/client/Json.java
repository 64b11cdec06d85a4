package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds its way through JSON (RFC 8259) as bytes, without building a tree. */
final class Json {

    private Json() {}

    static int skipSpace(ByteBuf json, int from, int end) {
        int at = from;
        while (at < end && isSpace(json.getByte(at))) {
            at++;
        }
        return at;
    }

    /**
     * The index after the value that begins at {@code from}.
     *
     * @throws ContractViolation if no complete value is there; brackets are counted, not matched
     */
    static int skipValue(ByteBuf json, int from, int end) {
        int depth = 0;
        int at = from;
        while (at < end) {
            switch (json.getByte(at)) {
                case '"' -> at = skipString(json, at, end);
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':', ' ', '\t', '\r', '\n' -> {
                    if (depth == 0) {
                        throw incomplete();
                    }
                    at++;
                }
                default -> at = skipLiteral(json, at, end);
            }
            if (depth <= 0) {
                break;
            }
        }
        if (depth != 0 || at == from) {
            throw incomplete();
        }
        return at;
    }

    private static int skipString(ByteBuf json, int quote, int end) {
        for (int at = quote + 1; at < end; at++) {
            byte c = json.getByte(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at++;
            }
        }
        throw incomplete();
    }

    private static int skipLiteral(ByteBuf json, int from, int end) {
        int at = from;
        while (at < end && "{}[],:\"".indexOf(json.getByte(at)) < 0 && !isSpace(json.getByte(at))) {
            at++;
        }
        return at;
    }

    /** An object's own fields in order, each value as its JSON text. */
    static Map<String, String> fields(ByteBuf json, int from, int end) {
        var fields = new LinkedHashMap<String, String>();
        eachField(
                json,
                from,
                end,
                (name, start, stop) -> fields.put(name, json.toString(start, stop - start, StandardCharsets.UTF_8)));
        return fields;
    }

    static void eachField(ByteBuf json, int from, int end, FieldVisitor visitor) {
        int at = expect(json, skipSpace(json, from, end), end, '{');
        at = skipSpace(json, at, end);
        while (at < end && json.getByte(at) != '}') {
            int nameEnd = skipValue(json, at, end);
            String name = JsonStrings.unquote(json, at, nameEnd);
            int valueAt = skipSpace(json, expect(json, skipSpace(json, nameEnd, end), end, ':'), end);
            int valueEnd = skipValue(json, valueAt, end);
            visitor.field(name, valueAt, valueEnd);
            at = afterComma(json, valueEnd, end, '}');
        }
        if (skipSpace(json, expect(json, at, end, '}'), end) != end) {
            throw new ContractViolation("there is something after the JSON object");
        }
    }

    static void eachElement(ByteBuf json, int from, int end, ElementVisitor visitor) {
        int at = skipSpace(json, expect(json, from, end, '['), end);
        while (at < end && json.getByte(at) != ']') {
            int valueEnd = skipValue(json, at, end);
            visitor.element(at, valueEnd);
            at = afterComma(json, valueEnd, end, ']');
        }
        expect(json, at, end, ']');
    }

    static String unquote(String literal) {
        var bytes = Unpooled.wrappedBuffer(literal.getBytes(StandardCharsets.UTF_8));
        return JsonStrings.unquote(bytes, 0, bytes.writerIndex());
    }

    private static int afterComma(ByteBuf json, int from, int end, char closing) {
        int at = skipSpace(json, from, end);
        if (at < end && json.getByte(at) == closing) {
            return at;
        }
        int next = skipSpace(json, expect(json, at, end, ','), end);
        if (next < end && json.getByte(next) == closing) {
            throw incomplete();
        }
        return next;
    }

    private static int expect(ByteBuf json, int at, int end, char what) {
        if (at >= end || json.getByte(at) != what) {
            throw new ContractViolation("a '" + what + "' is missing in the JSON");
        }
        return at + 1;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static ContractViolation incomplete() {
        return new ContractViolation("a JSON value is not complete");
    }

    /** Is told where a field's value stands. */
    interface FieldVisitor {
        void field(String name, int start, int end);
    }

    /** Is told where an array's element stands. */
    interface ElementVisitor {
        void element(int start, int end);
    }
}
