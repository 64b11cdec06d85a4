package dev.pushlab.bench.rig;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * The due time that an event carries in its data, {@code [<16 digits>,…]}, on the clock of this process: sender and
 * receiver are the same, so no clocks have to agree.
 */
final class Stamp {

    /** Makes every stamp 16 digits long. */
    private static final long BASE = 1_000_000_000_000_000L;

    private static final int DIGITS = 16;
    private static final byte[] BEFORE = "\"data\":[".getBytes(StandardCharsets.US_ASCII);
    private static final long ORIGIN = System.nanoTime();

    /** Where the data can't begin earlier: behind id, type and due time at their shortest. */
    private static final int EARLIEST = 30;

    private Stamp() {}

    static long of(long nanos) {
        return BASE + (nanos - ORIGIN) / 1_000;
    }

    /** In nanoseconds of this process's clock; -1 if the event carries none. */
    static long read(ByteBuf json) {
        int end = json.writerIndex() - BEFORE.length - DIGITS;
        for (int at = json.readerIndex() + EARLIEST; at < end; at++) {
            if (json.getByte(at) == '[' && stands(json, at - BEFORE.length + 1)) {
                return ORIGIN + (number(json, at + 1) - BASE) * 1_000;
            }
        }
        return -1;
    }

    private static boolean stands(ByteBuf json, int from) {
        for (int i = 0; i < BEFORE.length; i++) {
            if (json.getByte(from + i) != BEFORE[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(ByteBuf json, int from) {
        long number = 0;
        for (int i = 0; i < DIGITS; i++) {
            number = number * 10 + json.getByte(from + i) - '0';
        }
        return number;
    }
}
