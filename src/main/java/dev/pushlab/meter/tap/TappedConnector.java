package dev.pushlab.meter.tap;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** Accepts sockets whose bytes are counted. */
final class TappedConnector extends ServerConnector {

    private final Taps taps;

    /** @param like where the settings come from; itself not to be started */
    TappedConnector(ServerConnector like, Taps taps) {
        super(
                like.getServer(),
                like.getExecutor(),
                like.getScheduler(),
                like.getByteBufferPool(),
                like.getAcceptors(),
                like.getSelectorManager().getSelectorCount(),
                like.getConnectionFactories().toArray(ConnectionFactory[]::new));
        this.taps = taps;
        setHost(like.getHost());
        setPort(like.getPort());
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new TappedEndPoint(channel, selector, key, getScheduler(), taps);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
