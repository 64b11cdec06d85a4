package dev.pushlab.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** Resets a connection (RST) some time after the first bytes that come its way, which go no further. */
final class ResetHandler extends ChannelInboundHandlerAdapter {

    private final long millis;
    private boolean touched;
    private boolean gone;

    ResetHandler(long millis) {
        this.millis = millis;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        if (!touched) {
            touched = true;
            context.executor().schedule(() -> reset(context), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void reset(ChannelHandlerContext context) {
        if (!gone) {
            context.fireUserEventTriggered(Forwarder.RESET);
        }
    }

    /** After a hole nothing that follows could be understood. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        gone = true;
        if (touched) {
            context.close();
        }
    }
}
