package dev.pushlab.meter.tap;

import java.nio.ByteBuffer;

/**
 * What one read or write moved, to be looked at before the buffers are used again.
 *
 * @param at microseconds since the Unix epoch
 * @param length how many bytes of the buffers were moved
 */
record Chunk(long at, long length, ByteBuffer... buffers) {

    /** Holds bytes of its own. */
    Chunk copy() {
        return new Chunk(at, length, ByteBuffer.wrap(bytes(0, (int) length)));
    }

    byte[] bytes(long from, int count) {
        var bytes = new byte[count];
        long skip = from;
        int filled = 0;
        for (ByteBuffer buffer : buffers) {
            int there = buffer.remaining();
            if (skip < there && filled < count) {
                int taken = (int) Math.min(there - skip, count - filled);
                buffer.get(buffer.position() + (int) skip, bytes, filled, taken);
                filled += taken;
                skip = 0;
            } else {
                skip = Math.max(0, skip - there);
            }
        }
        return bytes;
    }
}
