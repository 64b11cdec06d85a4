package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** A frame that has arrived (STOMP 1.2); a view of the decoder's bytes, valid during the call that brings it. */
final class StompFrame {

    String command;
    ByteBuf bytes;
    int headersFrom;
    int headersEnd;
    int bodyFrom;
    int bodyEnd;

    String body() {
        return bytes.toString(bodyFrom, bodyEnd - bodyFrom, StandardCharsets.UTF_8);
    }

    /** The first header of this name, as section "Repeated Header Entries" has it; {@code null} if there is none. */
    String header(String name) {
        String headers = bytes.toString(headersFrom, headersEnd - headersFrom, StandardCharsets.UTF_8);
        for (String line : headers.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && unescape(line.substring(0, colon)).equals(name)) {
                return unescape(line.substring(colon + 1));
            }
        }
        return null;
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace(":", "\\c");
    }

    /** Section "Value Encoding". */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            out.append(
                    switch (i < text.length() ? text.charAt(i) : 0) {
                        case 'r' -> '\r';
                        case 'n' -> '\n';
                        case 'c' -> ':';
                        case '\\' -> '\\';
                        default -> throw new ContractViolation("a STOMP header has an undefined escape: " + text);
                    });
        }
        return out.toString();
    }
}
