package dev.pushlab.fault;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;

/** The last on a direction's way: hands over to the other side what the toxics let pass, as fast as that takes it. */
final class Forwarder extends ChannelInboundHandlerAdapter {

    /** The event that resets both sides of a connection. */
    static final Object RESET = new Object();

    private final SocketChannel from;
    private final SocketChannel to;

    Forwarder(SocketChannel from, SocketChannel to) {
        this.from = from;
        this.to = to;
    }

    /** Ends a connection by RST instead of FIN. */
    static void reset(SocketChannel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        to.write(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        to.flush();
        if (to.isWritable()) {
            from.read();
        }
    }

    /** This side takes bytes again, so the other one may be read again. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (from.isWritable()) {
            to.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            to.flush();
            to.shutdownOutput().addListener((ChannelFuture done) -> closeIfBothHaveEnded());
        } else if (event == RESET) {
            resetBoth();
        }
    }

    private void closeIfBothHaveEnded() {
        if (to.isOutputShutdown() && from.isOutputShutdown()) {
            to.close();
            from.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        to.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
        resetBoth();
    }

    private void resetBoth() {
        reset(to);
        reset(from);
    }
}
