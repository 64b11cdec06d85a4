package dev.pushlab.meter.tap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/** A socket without TLS. */
final class TappedEndPoint extends SocketChannelEndPoint implements Tapped {

    private final Taps taps;
    private final Tap tap;

    TappedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Taps taps) {
        super(channel, selector, key, scheduler);
        this.taps = taps;
        this.tap = taps.create();
    }

    @Override
    public Tap tap() {
        return tap;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        taps.opened(tap);
    }

    @Override
    public void onClose(Throwable failure) {
        super.onClose(failure);
        taps.closed(tap);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        return tap.filled(buffer, super.fill(buffer));
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        return tap.flush(super::flush, buffers);
    }
}
