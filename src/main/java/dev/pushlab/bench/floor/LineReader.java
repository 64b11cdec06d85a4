package dev.pushlab.bench.floor;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Cuts what sockets bring into lines, in one buffer for all of them. */
final class LineReader {

    private static final int LONGEST_LINE = 128 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(2 * LONGEST_LINE);

    /**
     * Reads what is there and hands on the lines, without their end, that are complete by now.
     *
     * @throws IOException if the other side has gone, or a line is longer than 128 KiB
     */
    void read(Connection from, LineTaker lines) throws IOException {
        buffer.clear();
        if (from.read(buffer) < 0) {
            throw new EOFException();
        }
        buffer.flip();
        int start = 0;
        for (int at = 0; at < buffer.limit(); at++) {
            if (buffer.get(at) == '\n') {
                lines.take(line(start, at));
                start = at + 1;
            }
        }
        from.keep(line(start, buffer.limit()));
    }

    private ByteBuffer line(int start, int end) throws IOException {
        if (end - start > LONGEST_LINE) {
            throw new IOException("a line is longer than 128 KiB");
        }
        return buffer.slice(start, end - start);
    }

    /** Takes one line, valid during the call only. */
    interface LineTaker {
        void take(ByteBuffer line) throws IOException;
    }
}
