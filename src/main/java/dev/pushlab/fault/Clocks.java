package dev.pushlab.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;

/** The time that a connection lives by. */
final class Clocks {

    private Clocks() {}

    /** In nanoseconds, on the clock that the connection's tasks are scheduled by. */
    static long nanoTime(ChannelHandlerContext context) {
        return ((AbstractScheduledEventExecutor) context.executor()).ticker().nanoTime();
    }
}
