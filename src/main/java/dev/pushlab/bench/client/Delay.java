package dev.pushlab.bench.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;

/**
 * Makes a connection as long as a round trip time says: its bytes, and its end behind them, are passed on half of that
 * time later, each way in the order in which they came; only a reset is not held up.
 */
final class Delay extends ChannelDuplexHandler {

    private final long roundTrip;
    private final long oneWay;
    private DelayLine inbound;
    private DelayLine outbound;
    private boolean inputEnded;

    Delay(Duration rtt) {
        roundTrip = rtt.toNanos();
        oneWay = roundTrip / 2;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        inbound = new DelayLine(context.executor());
        outbound = new DelayLine(context.executor());
        // otherwise the channel would go away at the end of its input, and its pipeline with all that is held
        context.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        in(roundTrip, context::fireChannelActive);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        in(oneWay, () -> context.fireChannelRead(message));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        in(oneWay, context::fireChannelReadComplete);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!inputEnded) {
            in(oneWay, () -> context.fireExceptionCaught(cause));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            in(oneWay, context::close);
        } else if (!(event instanceof ChannelInputShutdownReadComplete)) {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        inbound.passAll();
        context.fireChannelInactive();
        outbound.dropAll();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        outbound.hold(oneWay, () -> context.write(message, promise), () -> {
            ReferenceCountUtil.release(message);
            if (!promise.isVoid()) {
                promise.tryFailure(new ClosedChannelException());
            }
        });
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        outbound.hold(oneWay, context::flush, () -> {});
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (resets(context.channel())) {
            context.close(promise);
        } else {
            outbound.hold(oneWay, () -> context.close(promise), () -> context.close(promise));
        }
    }

    private void in(long nanos, Runnable pass) {
        inbound.hold(nanos, pass, () -> {});
    }

    private static boolean resets(Channel channel) {
        Integer linger = channel.config().getOption(ChannelOption.SO_LINGER);
        return linger != null && linger == 0;
    }
}
