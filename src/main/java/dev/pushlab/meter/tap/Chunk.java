package dev.pushlab.meter.tap;

import java.nio.ByteBuffer;

/**
 * What one read or write moved, to be looked at before the buffers are used again.
 *
 * @param at microseconds since the Unix epoch
 * @param offset of its first byte among the request's bytes in this direction
 * @param length how many bytes of the buffers were moved
 */
record Chunk(long at, long offset, long length, ByteBuffer... buffers) {

    /** Holds bytes of its own. */
    Chunk copy() {
        return new Chunk(at, offset, length, ByteBuffer.wrap(bytes((int) length)));
    }

    /** The first bytes. */
    byte[] bytes(int count) {
        var bytes = new byte[count];
        int filled = 0;
        for (ByteBuffer buffer : buffers) {
            int taken = Math.min(buffer.remaining(), count - filled);
            buffer.get(buffer.position(), bytes, filled, taken);
            filled += taken;
        }
        return bytes;
    }
}
