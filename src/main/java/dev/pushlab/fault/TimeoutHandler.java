package dev.pushlab.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets nothing pass any more, and closes the connection after a while, or never. */
final class TimeoutHandler extends ChannelInboundHandlerAdapter {

    private final long millis;
    private Future<?> timer;

    /** @param millis 0 for never */
    TimeoutHandler(long millis) {
        this.millis = millis;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (millis > 0) {
            timer = context.executor().schedule(() -> context.close(), millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        // An end would tell that the other side is still there.
    }

    /** After a hole nothing that follows could be understood. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
        context.close();
    }
}
