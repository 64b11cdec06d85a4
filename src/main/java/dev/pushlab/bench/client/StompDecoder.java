package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Finds STOMP 1.2 frames in the bytes that a WebSocket or SockJS brings, wherever these are cut. */
final class StompDecoder {

    private static final int LARGEST_FRAME = 16 << 20;
    private static final byte[] MESSAGE = "MESSAGE\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int MORE_IS_NEEDED = -1;

    private final Consumer<StompFrame> frames;
    private final StompFrame frame = new StompFrame();

    /** A frame that has begun; empty as a rule, so that nothing is copied. */
    private final ByteBuf begun = Unpooled.buffer(0);

    StompDecoder(Consumer<StompFrame> frames) {
        this.frames = frames;
    }

    void feed(ByteBuf part, int from, int end) {
        if (!begun.isReadable()) {
            int taken = decode(part, from, end);
            begun.writeBytes(part, taken, end - taken);
        } else {
            begun.writeBytes(part, from, end - from);
            int taken = decode(begun, 0, begun.writerIndex());
            begun.readerIndex(taken).discardReadBytes();
        }
        if (begun.readableBytes() > LARGEST_FRAME) {
            throw new ContractViolation("a STOMP frame is larger than 16 MiB");
        }
    }

    /** Hands on all complete frames; returns where the first incomplete one begins. */
    private int decode(ByteBuf bytes, int from, int end) {
        int at = from;
        while (true) {
            at = skipHeartbeats(bytes, at, end);
            int after = at < end ? frame(bytes, at, end) : MORE_IS_NEEDED;
            if (after == MORE_IS_NEEDED) {
                return at;
            }
            frames.accept(frame);
            at = after;
        }
    }

    private static int skipHeartbeats(ByteBuf bytes, int from, int end) {
        int at = from;
        while (at < end && (bytes.getByte(at) == '\n' || bytes.getByte(at) == '\r')) {
            at++;
        }
        return at;
    }

    /** Fills {@link #frame}; returns the index after its NUL. */
    private int frame(ByteBuf bytes, int from, int end) {
        int lineEnd = bytes.indexOf(from, end, (byte) '\n');
        if (lineEnd < 0) {
            return MORE_IS_NEEDED;
        }
        int contentLength = -1;
        int at = lineEnd + 1;
        while (true) {
            int next = bytes.indexOf(at, end, (byte) '\n');
            if (next < 0) {
                return MORE_IS_NEEDED;
            }
            if (withoutCr(bytes, at, next) == at) {
                frame.headersEnd = at;
                frame.bodyFrom = next + 1;
                break;
            }
            if (contentLength < 0 && starts(CONTENT_LENGTH, bytes, at, next)) {
                contentLength = length(bytes, at + CONTENT_LENGTH.length, withoutCr(bytes, at, next));
            }
            at = next + 1;
        }
        int nul = contentLength < 0
                ? bytes.indexOf(frame.bodyFrom, end, (byte) 0)
                : end - frame.bodyFrom > contentLength ? frame.bodyFrom + contentLength : -1;
        if (nul < 0) {
            return MORE_IS_NEEDED;
        }
        if (bytes.getByte(nul) != 0) {
            throw new ContractViolation("a STOMP frame goes on after its content-length");
        }
        frame.command = starts(MESSAGE, bytes, from, end)
                ? "MESSAGE"
                : bytes.toString(from, withoutCr(bytes, from, lineEnd) - from, StandardCharsets.UTF_8);
        frame.bytes = bytes;
        frame.headersFrom = lineEnd + 1;
        frame.bodyEnd = nul;
        return nul + 1;
    }

    private static int withoutCr(ByteBuf bytes, int from, int end) {
        return end > from && bytes.getByte(end - 1) == '\r' ? end - 1 : end;
    }

    private static boolean starts(byte[] text, ByteBuf bytes, int from, int end) {
        if (end - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes.getByte(from + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static int length(ByteBuf bytes, int from, int end) {
        String digits =
                bytes.toString(from, end - from, StandardCharsets.US_ASCII).trim();
        if (!digits.matches("[0-9]{1,8}")) {
            throw new ContractViolation("content-length is " + digits);
        }
        return Integer.parseInt(digits);
    }
}
