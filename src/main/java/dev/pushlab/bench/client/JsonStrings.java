package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** JSON strings (RFC 8259 section 7) to bytes and back. */
final class JsonStrings {

    private JsonStrings() {}

    static String unquote(ByteBuf json, int from, int end) {
        var out = Unpooled.buffer(end - from);
        unquote(json, from, end, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Appends the content of the string literal {@code [from, end)}, quotes included, as UTF-8. */
    static void unquote(ByteBuf json, int from, int end, ByteBuf out) {
        if (end - from < 2 || json.getByte(from) != '"' || json.getByte(end - 1) != '"') {
            throw new ContractViolation("a JSON string was expected");
        }
        int run = from + 1;
        int last = end - 1;
        int escape;
        while ((escape = json.indexOf(run, last, (byte) '\\')) >= 0) {
            out.writeBytes(json, run, escape - run);
            run = unescape(json, escape, last, out);
        }
        out.writeBytes(json, run, last - run);
    }

    /** The literal that stands for a text. */
    static String quote(String text) {
        var out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // SockJS asks for lone surrogates to be escaped too, since UTF-8 can't carry them
                    if (c < ' ' || Character.isSurrogate(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** Handles the escape whose backslash stands at {@code at}; returns the index after it. */
    private static int unescape(ByteBuf json, int at, int end, ByteBuf out) {
        byte kind = at + 1 < end ? json.getByte(at + 1) : 0;
        switch (kind) {
            case '"', '\\', '/' -> out.writeByte(kind);
            case 'b' -> out.writeByte('\b');
            case 'f' -> out.writeByte('\f');
            case 'n' -> out.writeByte('\n');
            case 'r' -> out.writeByte('\r');
            case 't' -> out.writeByte('\t');
            case 'u' -> {
                return unescapeUnicode(json, at, end, out);
            }
            default -> throw new ContractViolation("a JSON string has an unknown escape");
        }
        return at + 2;
    }

    private static int unescapeUnicode(ByteBuf json, int at, int end, ByteBuf out) {
        char c = hex(json, at + 2, end);
        int after = at + 6;
        if (!Character.isSurrogate(c)) {
            out.writeCharSequence(String.valueOf(c), StandardCharsets.UTF_8);
            return after;
        }
        boolean pair = Character.isHighSurrogate(c)
                && after + 5 < end
                && json.getByte(after) == '\\'
                && json.getByte(after + 1) == 'u';
        char low = pair ? hex(json, after + 2, end) : 0;
        if (Character.isLowSurrogate(low)) {
            out.writeCharSequence(new String(new char[] {c, low}), StandardCharsets.UTF_8);
            return after + 6;
        }
        out.writeCharSequence("\ufffd", StandardCharsets.UTF_8);
        return after;
    }

    private static char hex(ByteBuf json, int at, int end) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < end ? Character.digit(json.getByte(i), 16) : -1;
            if (digit < 0) {
                throw new ContractViolation("a JSON string has a broken \\u escape");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }
}
