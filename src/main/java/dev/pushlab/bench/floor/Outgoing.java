package dev.pushlab.bench.floor;

import java.nio.ByteBuffer;

/** Bytes for many sockets: in a buffer that is used again and again, copied only if some socket doesn't take them all. */
final class Outgoing {

    private final ByteBuffer buffer;
    private final ByteBuffer view;

    /** Shared by all who have to wait; {@code null} as long as nobody has. */
    private ByteBuffer copy;

    Outgoing(int capacity) {
        buffer = ByteBuffer.allocateDirect(capacity);
        view = buffer.duplicate();
    }

    int room() {
        return buffer.remaining();
    }

    int length() {
        return buffer.position();
    }

    void put(ByteBuffer bytes) {
        buffer.put(bytes);
    }

    void put(byte[] bytes) {
        buffer.put(bytes);
    }

    void put(char ascii) {
        buffer.put((byte) ascii);
    }

    /** All bytes, valid until the next call. */
    ByteBuffer bytes() {
        return view.clear().limit(length());
    }

    /** The bytes from an index on; they stay as they are when this is used again. */
    ByteBuffer from(int index) {
        if (copy == null) {
            copy = ByteBuffer.allocateDirect(length()).put(bytes());
        }
        return copy.duplicate().position(index);
    }

    void clear() {
        buffer.clear();
        copy = null;
    }
}
