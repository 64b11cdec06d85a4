package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Takes SockJS frames apart: {@code o}, {@code h}, {@code a["…",…]}, {@code c[code,"reason"]}. */
final class SockJsFrames {

    private final Handler handler;

    /** The message being unquoted; used again for the next. */
    private final ByteBuf message = Unpooled.buffer(0);

    SockJsFrames(Handler handler) {
        this.handler = handler;
    }

    void frame(ByteBuf bytes, int from, int end) {
        if (from == end) {
            return;
        }
        switch (bytes.getByte(from)) {
            case 'o' -> handler.opened();
            case 'h' -> {
                // a heart-beat, or the filling that opens xhr-streaming
            }
            case 'a' -> Json.eachElement(bytes, from + 1, end, (start, stop) -> message(bytes, start, stop));
            case 'm' -> message(bytes, from + 1, end);
            case 'c' -> close(bytes, from + 1, end);
            default -> throw new ContractViolation("unknown SockJS frame " + (char) bytes.getByte(from));
        }
    }

    private void message(ByteBuf bytes, int from, int end) {
        message.clear();
        JsonStrings.unquote(bytes, from, end, message);
        handler.message(message, 0, message.writerIndex());
    }

    private void close(ByteBuf bytes, int from, int end) {
        var parts = new ArrayList<String>();
        Json.eachElement(
                bytes,
                from,
                end,
                (start, stop) -> parts.add(bytes.toString(start, stop - start, StandardCharsets.UTF_8)));
        if (parts.size() != 2) {
            throw new ContractViolation("a SockJS close frame without code and reason");
        }
        handler.closed(Integer.parseInt(parts.get(0)), Json.unquote(parts.get(1)));
    }

    /** Is told what a SockJS connection would tell its page. */
    interface Handler {
        void opened();

        /** The bytes are valid during the call only. */
        void message(ByteBuf bytes, int from, int end);

        void closed(int code, String reason);
    }
}
