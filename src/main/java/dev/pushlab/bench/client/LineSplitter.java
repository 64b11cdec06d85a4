package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ByteProcessor;

/** Cuts a stream of bytes into lines that end in CR, LF or CRLF; copies only those that come in pieces. */
final class LineSplitter {

    private static final int LONGEST_LINE = 16 << 20;

    private final ByteRange lines;
    private final ByteBuf begun = Unpooled.buffer(0);
    private boolean afterCr;

    LineSplitter(ByteRange lines) {
        this.lines = lines;
    }

    /** Takes the next part of the stream; lines are handed on without their end, valid during that call only. */
    void feed(ByteBuf part, int from, int end) {
        int at = from;
        while (at < end) {
            if (afterCr) {
                afterCr = false;
                if (part.getByte(at) == '\n') {
                    at++;
                    continue;
                }
            }
            int lineEnd = part.forEachByte(at, end - at, ByteProcessor.FIND_CRLF);
            if (lineEnd < 0) {
                keep(part, at, end);
                return;
            }
            afterCr = part.getByte(lineEnd) == '\r';
            if (begun.isReadable()) {
                keep(part, at, lineEnd);
                lines.accept(begun, 0, begun.writerIndex());
                begun.clear();
            } else {
                lines.accept(part, at, lineEnd);
            }
            at = lineEnd + 1;
        }
    }

    private void keep(ByteBuf part, int from, int end) {
        if (begun.writerIndex() + end - from > LONGEST_LINE) {
            throw new ContractViolation("a line is longer than 16 MiB");
        }
        begun.writeBytes(part, from, end - from);
    }
}
