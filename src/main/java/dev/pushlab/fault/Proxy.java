package dev.pushlab.fault;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Accepts TCP connections and leads each to the server, under the conditions of the moment. */
final class Proxy implements AutoCloseable {

    private static final int ACCEPT_QUEUE = 1_024;

    /** One is enough, and it keeps what is done to a connection in order. */
    private static final int THREADS = 1;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("faulty-network", true), NioIoHandler.newFactory());
    private final Set<ProxyConnection> connections = ConcurrentHashMap.newKeySet();
    private final Supplier<Conditions> conditions;
    private final int port;

    /**
     * Listens until it is closed.
     *
     * @param at where; port 0 for a free one
     * @throws BindException if the port is taken
     */
    Proxy(InetSocketAddress at, InetSocketAddress server, Supplier<Conditions> conditions) throws BindException {
        this.conditions = conditions;
        try {
            var socket = ServerSocketChannel.open();
            try {
                socket.bind(at, ACCEPT_QUEUE);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
            port = socket.socket().getLocalPort();
            new ServerBootstrap()
                    .group(loops)
                    .channelFactory(() -> new NioServerSocketChannel(socket))
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                    .childOption(ChannelOption.AUTO_READ, false)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel client) {
                            accept(client, server);
                        }
                    })
                    .register();
        } catch (BindException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("The faulty network can't listen at " + at, e);
        }
    }

    private void accept(SocketChannel client, InetSocketAddress server) {
        var connection = new ProxyConnection(client, conditions);
        connections.add(connection);
        client.closeFuture().addListener(closed -> connections.remove(connection));
        connection.open(server);
    }

    int port() {
        return port;
    }

    /** Has the open connections take over the conditions, and waits until they have. */
    void apply() {
        connections.stream().map(ProxyConnection::apply).toList().forEach(Future::awaitUninterruptibly);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
