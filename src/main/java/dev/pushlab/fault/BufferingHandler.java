package dev.pushlab.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Does what a proxy does that buffers answers: nothing of one passes before it ends or the buffer is full. Unlike nginx it
 * does not know {@code X-Accel-Buffering}.
 */
final class BufferingHandler extends ChannelDuplexHandler {

    private final int size;
    private final Conversation conversation = new Conversation();
    private final Queue<ByteBuf> buffer = new ArrayDeque<>();
    private int bytes;

    /** @param size the buffer's, in bytes */
    BufferingHandler(int size) {
        this.size = size;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        conversation.request((ByteBuf) message);
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf block = (ByteBuf) message;
        conversation.answer(block);
        buffer.add(block);
        bytes += block.readableBytes();
        if (bytes >= size || !conversation.isAnswering() || conversation.isOtherwise()) {
            passOn(context);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        passOn(context);
        context.fireUserEventTriggered(event);
    }

    private void passOn(ChannelHandlerContext context) {
        for (ByteBuf block = buffer.poll(); block != null; block = buffer.poll()) {
            context.fireChannelRead(block);
        }
        bytes = 0;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        buffer.forEach(ReferenceCountUtil::release);
        buffer.clear();
        conversation.close();
    }
}
