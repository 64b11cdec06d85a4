package dev.pushlab.bench.floor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One socket, the line that it has begun to bring, and the bytes that it has not taken yet. */
final class Connection {

    /** Bytes; who is further behind is closed. */
    private static final int LONGEST_WAIT = 16 << 20;

    private static final int BUFFERS_AT_ONCE = 256;
    private static final byte[] NOTHING = {};

    private final SocketChannel socket;
    private final SelectionKey key;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>(0);
    private long waitingBytes;
    private byte[] begun = NOTHING;
    private boolean publishes;

    Connection(SocketChannel socket, SelectionKey key) {
        this.socket = socket;
        this.key = key;
    }

    boolean publishes() {
        return publishes;
    }

    void publish() {
        publishes = true;
    }

    /** Puts the begun line and what there is behind it into the buffer; -1 at the end of the stream. */
    int read(ByteBuffer buffer) throws IOException {
        buffer.put(begun);
        return socket.read(buffer);
    }

    /** Keeps the beginning of a line until {@link #read} brings the rest. */
    void keep(ByteBuffer beginning) {
        begun = beginning.hasRemaining() ? new byte[beginning.remaining()] : NOTHING;
        beginning.get(begun);
    }

    /** Writes, behind everything that waits; what the socket doesn't take waits too. */
    void send(Outgoing outgoing) throws IOException {
        int taken = waiting.isEmpty() ? socket.write(outgoing.bytes()) : 0;
        int left = outgoing.length() - taken;
        if (left == 0) {
            return;
        }
        waitingBytes += left;
        if (waitingBytes > LONGEST_WAIT) {
            throw new IOException("too far behind");
        }
        waiting.add(outgoing.from(taken));
        key.interestOpsOr(SelectionKey.OP_WRITE);
    }

    /** Writes as much of what waits as the socket takes in one go. */
    void sendWaiting() throws IOException {
        var next = waiting.stream().limit(BUFFERS_AT_ONCE).toArray(ByteBuffer[]::new);
        waitingBytes -= socket.write(next);
        while (!waiting.isEmpty() && !waiting.peek().hasRemaining()) {
            waiting.remove();
        }
        if (waiting.isEmpty()) {
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    void close() {
        waiting.clear();
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
