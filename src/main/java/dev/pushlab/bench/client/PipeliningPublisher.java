package dev.pushlab.bench.client;

import dev.pushlab.log.Position;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** What every publisher has: a connection, and the events whose answers are still to come over it, in order. */
abstract class PipeliningPublisher implements Publisher {

    final Target target;
    private final EventLoop loop = ClientRuntime.publishersLoop();
    private final int number = ClientRuntime.nextNumber();

    /** Everything below is touched by the event loop only. */
    private final Queue<Object> unsent = new ArrayDeque<>();

    private final Queue<CompletableFuture<Position>> unanswered = new ArrayDeque<>();
    private Channel channel;
    private boolean connecting;
    private boolean closed;

    PipeliningPublisher(Target target) {
        this.target = target;
    }

    /** What is sent for an event. */
    abstract Object message(String json);

    /** Adds what makes bytes of messages, and calls {@link #answered} or {@link #refused} for what comes back. */
    abstract void handlers(ChannelPipeline pipeline);

    /** Says what has to be said before the first event. */
    void greet(Channel connected) {}

    @Override
    public final CompletableFuture<Position> publish(String json) {
        var position = new CompletableFuture<Position>();
        Object message = message(json);
        loop.execute(() -> {
            if (closed) {
                position.completeExceptionally(new IOException("the publisher is closed"));
                return;
            }
            unanswered.add(position);
            send(message);
        });
        return position;
    }

    @Override
    public final void close() {
        loop.execute(() -> {
            closed = true;
            lost(channel, new IOException("the publisher was closed before the answer"));
        });
    }

    final void answered(Position position) {
        next().complete(position);
    }

    final void refused(String why) {
        next().completeExceptionally(new IOException(why));
    }

    private CompletableFuture<Position> next() {
        if (unanswered.isEmpty()) {
            throw new ContractViolation("an answer that nobody asked for");
        }
        return unanswered.remove();
    }

    private void send(Object message) {
        if (channel != null) {
            channel.writeAndFlush(message, channel.voidPromise());
            return;
        }
        unsent.add(message);
        if (!connecting) {
            connecting = true;
            connect();
        }
    }

    private void connect() {
        var initializer = new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel connected) {
                if (target.secure()) {
                    connected.pipeline().addLast(Tls.handler(connected, target));
                }
                handlers(connected.pipeline());
            }
        };
        ClientRuntime.connect(loop, target, number, initializer, done -> {
            connecting = false;
            if (!done.isSuccess()) {
                lost(null, done.cause());
            } else if (closed) {
                done.channel().close();
            } else {
                channel = done.channel();
                greet(channel);
                unsent.forEach(message -> channel.write(message, channel.voidPromise()));
                unsent.clear();
                channel.flush();
            }
        });
    }

    /** Leaves a connection on which nothing more is answered. */
    final void lost(Channel which, Throwable cause) {
        if (which != channel) {
            return;
        }
        channel = null;
        if (which != null) {
            which.close();
        }
        unsent.clear();
        String why = "the connection was lost: " + (cause.getMessage() == null ? cause : cause.getMessage());
        while (!unanswered.isEmpty()) {
            unanswered.remove().completeExceptionally(new IOException(why, cause));
        }
    }

    /** The last handler of every publisher's pipeline. */
    abstract class Answers extends ChannelInboundHandlerAdapter {

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            lost(context.channel(), cause);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lost(context.channel(), new EOFException("the server has closed it"));
        }
    }
}
