package dev.pushlab.fault;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** A client's connection and the one that it leads to, both on one event loop, with the toxics in between. */
final class ProxyConnection {

    private static final String FORWARDER = "forwarder";

    private final SocketChannel client;
    private final Supplier<Conditions> conditions;
    private SocketChannel server;
    private Conditions applied = Conditions.GOOD;

    /** What was put in for the toxics, the last one first. */
    private final Deque<Placed> placed = new ArrayDeque<>();

    ProxyConnection(SocketChannel client, Supplier<Conditions> conditions) {
        this.client = client;
        this.conditions = conditions;
    }

    private record Placed(SocketChannel channel, ChannelHandler handler) {}

    void open(InetSocketAddress address) {
        if (!conditions.get().enabled()) {
            Forwarder.reset(client);
            return;
        }
        new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.AUTO_READ, false)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(FORWARDER, new Forwarder(channel, client));
                    }
                })
                .connect(address)
                .addListener((ChannelFuture connected) -> begin(connected));
    }

    private void begin(ChannelFuture connected) {
        if (!connected.isSuccess() || !client.isActive()) {
            Forwarder.reset(client);
            connected.channel().close();
            return;
        }
        server = (SocketChannel) connected.channel();
        client.pipeline().addLast(FORWARDER, new Forwarder(client, server));
        Conditions now = conditions.get();
        if (!now.enabled()) {
            reset();
            return;
        }
        place(now);
        client.read();
        server.read();
    }

    /** Takes over the conditions of the moment; the future tells when that is done. */
    Future<?> apply() {
        return client.eventLoop().submit(() -> {
            if (server != null && client.isActive() && server.isActive()) {
                change(conditions.get());
            }
        });
    }

    private void change(Conditions now) {
        boolean same = now.toxics().equals(applied.toxics());
        if (!now.enabled() || !same && (now.readsHttp() || applied.readsHttp())) {
            reset();
        } else if (!same) {
            // The last one first, so that what it held stays in front of what those before it held.
            placed.forEach(each -> each.channel().pipeline().remove(each.handler()));
            placed.clear();
            place(now);
        }
    }

    private void place(Conditions now) {
        List<Toxic> toxics = now.toxics();
        for (Toxic toxic : toxics) {
            SocketChannel from = toxic.stream() == Direction.UPSTREAM ? client : server;
            var handler = toxic.handler();
            from.pipeline().addBefore(FORWARDER, null, handler);
            placed.push(new Placed(from, handler));
        }
        applied = now;
    }

    private void reset() {
        Forwarder.reset(client);
        Forwarder.reset(server);
    }
}
