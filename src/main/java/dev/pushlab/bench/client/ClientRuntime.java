package dev.pushlab.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The event loops that all clients of the process share, and how these open and accept connections. */
final class ClientRuntime {

    private static final int THREADS = Integer.getInteger("pushlab.client.threads", 2);
    private static final EventLoopGroup LOOPS = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("pushlab-client", true), NioIoHandler.newFactory());

    /** Theirs alone, so that events leave when they are due, however many are being read. */
    private static final EventLoopGroup PUBLISHERS_LOOP = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("pushlab-publisher", true), NioIoHandler.newFactory());

    /** Well below the 28,000 ports that Linux hands out for one source address. */
    private static final int SUBSCRIPTIONS_PER_SOURCE = 1_000;

    private static final int SOURCES = 4_000;
    private static final int ACCEPT_QUEUE = 1_024;
    private static final int CONNECT_TIMEOUT_MS = 20_000;
    private static final Doorway DOORWAY = new Doorway(64);

    /** Elsewhere only 127.0.0.1 itself can be bound to. */
    private static final boolean WHOLE_LOOPBACK_NET =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");

    private static final AtomicInteger SUBSCRIPTIONS = new AtomicInteger();

    private ClientRuntime() {}

    /** A number for a subscription; all its connections come from one address, since SockJS servers ask for that. */
    static int nextNumber() {
        return SUBSCRIPTIONS.getAndIncrement();
    }

    static EventLoop nextLoop() {
        return LOOPS.next();
    }

    static EventLoop publishersLoop() {
        return PUBLISHERS_LOOP.next();
    }

    /**
     * Connects as soon as there is room.
     *
     * @param done is told on the loop what has become of it
     */
    static void connect(
            EventLoop loop,
            Target target,
            int subscription,
            ChannelInitializer<SocketChannel> initializer,
            ChannelFutureListener done) {
        DOORWAY.enter(() -> loop.execute(() -> {
            var connecting = connect(bootstrap(loop, target).handler(initializer), target, subscription);
            connecting.addListener(future -> DOORWAY.leave());
            connecting.addListener(done);
        }));
    }

    /** Listens on a port of 127.0.0.1 that is free, as long as the process lives; the port. */
    static int listen(ChannelInitializer<SocketChannel> accepted) {
        try {
            // bound here, since whoever asks may be an event loop, which can't wait for another
            var socket = ServerSocketChannel.open();
            socket.bind(new InetSocketAddress("127.0.0.1", 0), ACCEPT_QUEUE);
            new ServerBootstrap()
                    .group(LOOPS)
                    .channelFactory(() -> new NioServerSocketChannel(socket))
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(accepted)
                    .register();
            return socket.socket().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("can't listen on 127.0.0.1", e);
        }
    }

    private static ChannelFuture connect(Bootstrap bootstrap, Target target, int subscription) {
        var remote = new InetSocketAddress(target.base().getHost(), target.port());
        var source = source(remote, subscription);
        return source == null ? bootstrap.connect(remote) : bootstrap.connect(remote, source);
    }

    private static Bootstrap bootstrap(EventLoop loop, Target target) {
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS);
        if (target.receiveBuffer() > 0) {
            bootstrap.option(ChannelOption.SO_RCVBUF, target.receiveBuffer());
        }
        return bootstrap;
    }

    /** Where the n-th subscription connects from; {@code null} for the system's choice. */
    static InetSocketAddress source(InetSocketAddress remote, int n) {
        int source = Integer.remainderUnsigned(n, SUBSCRIPTIONS_PER_SOURCE * SOURCES) / SUBSCRIPTIONS_PER_SOURCE;
        boolean loopback = remote.getAddress() instanceof Inet4Address address && address.isLoopbackAddress();
        if (!loopback || !WHOLE_LOOPBACK_NET || source == 0) {
            return null;
        }
        return new InetSocketAddress("127.0." + (1 + source / 250) + "." + (1 + source % 250), 0);
    }
}
