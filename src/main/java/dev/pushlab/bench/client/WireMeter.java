package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a subscription's sockets carry; one event loop writes, any thread may read. */
final class WireMeter {

    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();

    void connected() {
        add(connections, 1);
    }

    void requested() {
        add(requests, 1);
    }

    /** Adds what has been counted elsewhere. */
    void add(Counters share) {
        add(bytesIn, share.bytesIn());
        add(bytesOut, share.bytesOut());
        add(requests, share.requests());
        add(connections, share.connections());
    }

    Counters counters() {
        return new Counters(bytesIn.get(), bytesOut.get(), requests.get(), connections.get());
    }

    /** The first handler of a pipeline, where bytes are what the socket read or is about to write. */
    ChannelDuplexHandler tap() {
        return new ChannelDuplexHandler() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                add(bytesIn, ((ByteBuf) message).readableBytes());
                context.fireChannelRead(message);
            }

            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                add(bytesOut, ((ByteBuf) message).readableBytes());
                context.write(message, promise);
            }
        };
    }

    /** Cheaper than an atomic addition, which a single writer doesn't need. */
    private static void add(AtomicLong counter, long amount) {
        counter.setRelease(counter.getPlain() + amount);
    }
}
