package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;

/** The position that a subscription has come to; one event loop moves it, any thread may read it. */
final class Cursor {

    /** Replaced when the epoch changes, so that no reader sees one life's epoch with another's offset. */
    private volatile Life life;

    private final String start;

    Cursor(String start) {
        this.start = start;
    }

    void moveTo(String epoch, long offset) {
        var current = life;
        if (current != null && current.epoch.equals(epoch)) {
            current.offset = offset;
        } else {
            life = new Life(epoch, offset);
        }
    }

    /** Whether the position in text form is what these bytes say; without making that text. */
    boolean is(ByteBuf text) {
        var current = life;
        if (current == null) {
            return false;
        }
        long rest = current.offset;
        int at = text.writerIndex();
        do {
            at--;
            if (at < text.readerIndex() || text.getByte(at) != '0' + rest % 10) {
                return false;
            }
            rest /= 10;
        } while (rest > 0);
        int epochLength = current.epoch.length();
        int from = text.readerIndex();
        if (at - from != epochLength + 1 || text.getByte(at - 1) != ':') {
            return false;
        }
        for (int i = 0; i < epochLength; i++) {
            if (text.getByte(from + i) != current.epoch.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        var current = life;
        return current == null ? start : current.epoch + ":" + current.offset;
    }

    private static final class Life {
        private final String epoch;
        private volatile long offset;

        Life(String epoch, long offset) {
            this.epoch = epoch;
            this.offset = offset;
        }
    }
}
