package dev.pushlab.bench.client;

import dev.pushlab.log.Position;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;

/** Publishes to a bare TCP server: a line an event, answered by a line with its position. */
final class BarePublisher extends PipeliningPublisher {

    BarePublisher(Target target) {
        super(target);
    }

    @Override
    Object message(String json) {
        return Unpooled.copiedBuffer(json + "\n", StandardCharsets.UTF_8);
    }

    @Override
    void handlers(ChannelPipeline pipeline) {
        pipeline.addLast(new Lines());
    }

    @Override
    void greet(Channel connected) {
        connected.write(Unpooled.copiedBuffer("publish\n", StandardCharsets.US_ASCII), connected.voidPromise());
    }

    private final class Lines extends Answers {

        private final LineSplitter lines = new LineSplitter((line, from, end) ->
                answered(Position.parse(line.toString(from, end - from, StandardCharsets.US_ASCII))));

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            var bytes = (ByteBuf) message;
            try {
                lines.feed(bytes, bytes.readerIndex(), bytes.writerIndex());
            } finally {
                bytes.release();
            }
        }
    }
}
