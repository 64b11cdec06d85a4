package dev.pushlab.meter.tap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Counts what goes through one socket, and knows whose it is.
 *
 * <p>What is read while no request is open belongs to the next one, and from then on everything until its end. One thread
 * at a time reads and one writes, so each counter has a single writer.
 */
final class Tap {

    private final Taps taps;
    private final long number;

    private volatile long in;
    private volatile long out;
    private volatile boolean closed;
    private volatile Recording recording;

    /** {@code null} between two requests; kept beyond the close for what is counted late. */
    private volatile Share share;

    /** What was counted before the share began; changes only while no traffic looks at this tap. */
    private long inBefore;

    private long outBefore;

    /** What was read since the last request ended, while there are pages that it may belong to. */
    private List<Chunk> pending;

    Tap(Taps taps, long number) {
        this.taps = taps;
        this.number = number;
    }

    /** How an end point writes by itself. */
    interface Flush {
        boolean flush(ByteBuffer... buffers) throws IOException;
    }

    /** Counts what an end point has filled a buffer with, and returns it: how many bytes, negative at the end. */
    int filled(ByteBuffer buffer, int count) {
        if (count > 0) {
            read(buffer, count);
        }
        return count;
    }

    /** Lets an end point write, and counts. */
    boolean flush(Flush socket, ByteBuffer... buffers) throws IOException {
        ByteBuffer[] toRecord = toRecord(buffers);
        long remaining = BufferUtil.remaining(buffers);
        boolean flushed = socket.flush(buffers);
        wrote(remaining - BufferUtil.remaining(buffers), toRecord);
        return flushed;
    }

    private void read(ByteBuffer buffer, int count) {
        long offset = in - inBefore;
        in = in + count;
        Recording current = recording;
        if (current != null) {
            if (current.wantsToRead()) {
                current.read(lastOf(buffer, count, offset));
            }
        } else if (share == null && taps.hasPages()) {
            if (pending == null) {
                pending = new ArrayList<>(1);
            }
            pending.add(lastOf(buffer, count, offset).copy());
        }
        if (closed) {
            settle();
        }
    }

    private Chunk lastOf(ByteBuffer buffer, int count, long offset) {
        ByteBuffer last = buffer.duplicate();
        last.position(last.limit() - count);
        return new Chunk(taps.micros(), offset, count, last);
    }

    /** What is about to be written, if it is to be recorded; otherwise {@code null}. */
    private ByteBuffer[] toRecord(ByteBuffer[] buffers) {
        Recording current = recording;
        if (current == null || !current.wantsToWrite()) {
            return null;
        }
        var copies = new ByteBuffer[buffers.length];
        for (int i = 0; i < buffers.length; i++) {
            copies[i] = BufferUtil.isEmpty(buffers[i]) ? BufferUtil.EMPTY_BUFFER : buffers[i].duplicate();
        }
        return copies;
    }

    /**
     * Counts bytes written.
     *
     * @param buffers what {@link #toRecord} gave before they were written
     */
    private void wrote(long count, ByteBuffer[] buffers) {
        if (count == 0) {
            return;
        }
        long offset = out - outBefore;
        out = out + count;
        if (buffers != null) {
            record(new Chunk(taps.micros(), offset, count, buffers));
        }
        if (closed) {
            settle();
        }
    }

    private void record(Chunk written) {
        Recording current = recording;
        if (current != null) {
            current.wrote(written);
        }
    }

    /** A request has begun: what is pending and what follows belongs to the given share. */
    synchronized void begin(Share next) {
        share = next;
        next.enter(this);
        if (next.owner() != null && pending != null) {
            recording = next.owner().record(next.strategy(), number, pending);
        }
        pending = null;
        if (closed) {
            settle();
        }
    }

    /** The request has ended. */
    synchronized void end() {
        settle();
        share = null;
    }

    /** The socket is closed: what no request claimed is nobody's. */
    void close() {
        closed = true;
        settle();
    }

    /** Whatever a thread counts after the socket was closed is settled by that thread. */
    private synchronized void settle() {
        Share owner = share == null ? taps.nobodys() : share;
        long inNow = in;
        long outNow = out;
        owner.leave(this, inNow - inBefore, outNow - outBefore);
        inBefore = inNow;
        outBefore = outNow;
        if (recording != null) {
            recording.close(taps.micros());
            recording = null;
        }
    }

    boolean isIdle() {
        return share == null;
    }

    long in() {
        return in;
    }

    long out() {
        return out;
    }

    long inOfShare() {
        return in - inBefore;
    }

    long outOfShare() {
        return out - outBefore;
    }
}
