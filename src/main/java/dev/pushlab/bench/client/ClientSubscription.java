package dev.pushlab.bench.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What every subscription has: its event loop, its channels, its inbox, its meter, and one end. */
abstract class ClientSubscription implements Subscription {

    final Target target;
    final EventLoop loop = ClientRuntime.nextLoop();
    private final int number = ClientRuntime.nextNumber();
    final Inbox inbox;
    final WireMeter meter = new WireMeter();

    /** Everything below is touched by the event loop only. */
    private final Set<Channel> channels = new HashSet<>();

    private boolean paused;
    private boolean ended;

    ClientSubscription(Target target, String after, Listener listener) {
        this.target = target;
        inbox = new Inbox(listener, after);
    }

    Subscription begin() {
        loop.execute(() -> guarded(this::start));
        return this;
    }

    /** Opens the first connection; on the event loop, as everything that subclasses do. */
    abstract void start();

    /** Says good-bye as the protocol asks for, then calls {@link #end}. */
    void leave() {
        end(0, "closed by the client", null);
    }

    /** Breaks off, with all channels set to be reset. */
    void cut() {
        end(0, "aborted by the client", null);
    }

    /** Learns that the subscription has ended. */
    void left() {}

    /** Learns that reading goes on. */
    void resumed() {}

    /** Connects; what {@code handlers} adds comes after the byte counter and the distance. */
    final void connect(Consumer<ChannelPipeline> handlers, Consumer<Channel> connected) {
        var initializer = new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                meter.connected();
                channels.add(channel);
                channel.closeFuture().addListener(closed -> channels.remove(channel));
                channel.config().setAutoRead(!paused);
                channel.pipeline().addLast(meter.tap());
                if (!target.rtt().isZero()) {
                    channel.pipeline().addLast(new Delay(target.rtt()));
                }
                if (target.secure()) {
                    channel.pipeline().addLast(Tls.handler(channel, target));
                }
                handlers.accept(channel.pipeline());
            }
        };
        ClientRuntime.connect(loop, target, number, initializer, done -> {
            if (!done.isSuccess()) {
                end(0, "not connected", done.cause());
            } else if (target.rtt().isZero()) {
                established(done.channel(), connected);
            } else {
                // TCP's handshake takes a round trip
                loop.schedule(
                        () -> established(done.channel(), connected),
                        target.rtt().toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        });
    }

    private void established(Channel channel, Consumer<Channel> connected) {
        if (ended) {
            channel.close();
        } else {
            guarded(() -> connected.accept(channel));
        }
    }

    /** Publishes from any thread, in the order of the calls. */
    final void publish(Runnable send) {
        loop.execute(() -> guarded(() -> {
            if (!ended && !inbox.opened()) {
                throw new IllegalStateException("published before the subscription was opened");
            }
            if (!ended) {
                send.run();
            }
        }));
    }

    final boolean ended() {
        return ended;
    }

    final boolean paused() {
        return paused;
    }

    final void end(int code, String reason, Throwable cause) {
        if (!ended) {
            ended = true;
            Set.copyOf(channels).forEach(Channel::close);
            left();
            inbox.seal(code, reason, cause);
        }
    }

    /** The server has answered with an error; that is the end. */
    final void refuse(Answer answer) {
        inbox.refused(answer.status(), answer.text(), answer.retryAfter());
        end(0, "refused with " + answer.status(), null);
    }

    final void fail(Throwable cause) {
        end(0, String.valueOf(cause.getMessage()), cause);
    }

    final void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    @Override
    public final String position() {
        return inbox.position();
    }

    @Override
    public final Counters counters() {
        return meter.counters();
    }

    @Override
    public final void close() {
        loop.execute(() -> {
            if (!ended) {
                guarded(this::leave);
            }
        });
    }

    @Override
    public final void abort() {
        loop.execute(() -> {
            channels.forEach(channel -> channel.config().setOption(ChannelOption.SO_LINGER, 0));
            cut();
        });
    }

    @Override
    public final void pauseReading() {
        loop.execute(() -> autoRead(false));
    }

    @Override
    public final void resumeReading() {
        loop.execute(() -> {
            autoRead(true);
            resumed();
        });
    }

    private void autoRead(boolean on) {
        paused = !on;
        channels.forEach(channel -> channel.config().setAutoRead(on));
    }

    /** The last resort of every pipeline. */
    abstract static class Handler extends ChannelInboundHandlerAdapter {

        private final ClientSubscription owner;

        Handler(ClientSubscription owner) {
            this.owner = owner;
        }

        @Override
        public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            owner.fail(cause);
        }
    }
}
