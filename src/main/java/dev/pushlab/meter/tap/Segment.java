package dev.pushlab.meter.tap;

/**
 * What one read or write moved.
 *
 * @param at microseconds since the Unix epoch
 * @param offset of its first byte among the request's bytes in this direction
 * @param length how many bytes there were
 * @param bytes the first of them; secrets are overwritten
 */
record Segment(long at, Direction direction, long offset, long length, byte[] bytes) {

    /** As clients read it. */
    enum Direction {
        in,
        out
    }

    Segment copy() {
        return new Segment(at, direction, offset, length, bytes.clone());
    }

    /** Overwrites the bytes of a range that are kept here. */
    void hide(long from, long to) {
        int last = (int) Math.min(bytes.length, to - offset);
        for (int i = (int) Math.max(0, from - offset); i < last; i++) {
            bytes[i] = '*';
        }
    }
}
