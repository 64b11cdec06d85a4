package dev.pushlab.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Holds bytes, and the end after them, until a delay lets them pass: always in order, whatever the jitter. */
final class DelayHandler extends ChannelDuplexHandler {

    /** As much as a kernel would buffer; then the sender has to wait. */
    private static final int MAX_HELD_BYTES = 256 * 1024;

    private final Delay delay;
    private final Deque<Held> queue = new ArrayDeque<>();
    private int bytes;
    private long last = Long.MIN_VALUE;
    private boolean readWanted;
    private Future<?> timer;

    DelayHandler(Delay delay) {
        this.delay = delay;
    }

    private record Held(Object message, int bytes, long passAt) {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf block = (ByteBuf) message;
        while (block.readableBytes() > delay.most()) {
            hold(context, block.readRetainedSlice(delay.most()), delay.most());
        }
        hold(context, block, block.readableBytes());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            hold(context, event, 0);
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        readWanted = bytes >= MAX_HELD_BYTES;
        if (!readWanted) {
            context.read();
        }
    }

    private void hold(ChannelHandlerContext context, Object message, int size) {
        last = Math.max(last, delay.passAt(Clocks.nanoTime(context), size));
        queue.add(new Held(message, size, last));
        bytes += size;
        if (timer == null) {
            schedule(context);
        }
    }

    private void schedule(ChannelHandlerContext context) {
        long wait = queue.isEmpty() ? 0 : queue.peek().passAt() - Clocks.nanoTime(context);
        timer = queue.isEmpty()
                ? null
                : context.executor().schedule(() -> release(context), Math.max(0, wait), TimeUnit.NANOSECONDS);
    }

    private void release(ChannelHandlerContext context) {
        long now = Clocks.nanoTime(context);
        while (!queue.isEmpty() && queue.peek().passAt() <= now) {
            pass(context, queue.poll());
        }
        context.fireChannelReadComplete();
        schedule(context);
        if (readWanted) {
            read(context);
        }
    }

    private void pass(ChannelHandlerContext context, Held held) {
        bytes -= held.bytes();
        if (held.message() instanceof ByteBuf block) {
            context.fireChannelRead(block);
        } else {
            context.fireUserEventTriggered(held.message());
        }
    }

    /** What is held passes at once when the toxic goes; with the connection it goes too. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
        if (context.channel().isActive()) {
            queue.forEach(held -> pass(context, held));
            context.fireChannelReadComplete();
            if (readWanted) {
                context.read();
            }
        } else {
            queue.forEach(held -> ReferenceCountUtil.release(held.message()));
        }
        queue.clear();
    }
}
