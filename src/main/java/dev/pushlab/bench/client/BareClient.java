package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines from a bare TCP server: what no strategy can be cheaper than.
 *
 * <p>Such a server holds no log, so that a subscription begins with the latest, whatever position it is given.
 */
final class BareClient implements Client {

    @Override
    public String id() {
        return "bare";
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new BareSubscription(target, after, listener).begin();
    }

    @Override
    public Publisher publisher(Target target) {
        return new BarePublisher(target);
    }

    private static final class BareSubscription extends ClientSubscription {

        private final LineSplitter lines = new LineSplitter(inbox::message);

        BareSubscription(Target target, String after, Listener listener) {
            super(target, after, listener);
        }

        @Override
        void start() {
            connect(
                    pipeline -> pipeline.addLast(new Lines()),
                    channel -> channel.writeAndFlush(
                            Unpooled.copiedBuffer("subscribe\n", StandardCharsets.US_ASCII), channel.voidPromise()));
        }

        private final class Lines extends Handler {

            Lines() {
                super(BareSubscription.this);
            }

            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                var bytes = (ByteBuf) message;
                try {
                    if (!ended()) {
                        lines.feed(bytes, bytes.readerIndex(), bytes.writerIndex());
                    }
                } finally {
                    bytes.release();
                }
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                end(0, "end of stream", null);
            }
        }
    }
}
