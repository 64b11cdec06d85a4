package dev.pushlab.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A toxic for tests only: takes one event out of each {@code websocket} connection, a whole frame, so that it goes on. */
final class Swallow extends ByteToMessageDecoder {

    private static final ByteBuf END_OF_HEAD = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", US_ASCII));
    private static final String UPGRADED = "HTTP/1.1 101 ";
    private static final String EVENT = "{\"id\":";

    private boolean upgraded;
    private boolean done;

    /** Found by the component scan of every test that starts the server. */
    @Configuration(proxyBeanMethods = false)
    static class Kind {

        @Bean
        ToxicKind swallow() {
            return ToxicKind.ofHttp("swallow", Direction.DOWNSTREAM, set -> new Swallow());
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (done) {
            out.add(in.readRetainedSlice(in.readableBytes()));
        } else if (upgraded) {
            takeFrame(in, out);
        } else {
            takeHead(in, out);
        }
    }

    private void takeHead(ByteBuf in, List<Object> out) {
        int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
        if (end >= 0) {
            upgraded = startsWith(in, 0, UPGRADED);
            done = !upgraded;
            out.add(in.readRetainedSlice(end - in.readerIndex() + 4));
        }
    }

    /** Frames of a server are not masked (RFC 6455, section 5.1), and none here is longer than 64 KiB. */
    private void takeFrame(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < 4) {
            return;
        }
        int start = in.readerIndex();
        int length = in.getByte(start + 1) & 0x7f;
        int head = length == 126 ? 4 : 2;
        int whole = head + (length == 126 ? in.getUnsignedShort(start + 2) : length);
        if (in.readableBytes() >= whole) {
            done = startsWith(in, head, EVENT);
            ByteBuf frame = in.readSlice(whole);
            if (!done) {
                out.add(frame.retain());
            }
        }
    }

    private static boolean startsWith(ByteBuf in, int offset, String text) {
        return in.readableBytes() >= offset + text.length()
                && in.toString(in.readerIndex() + offset, text.length(), US_ASCII)
                        .equals(text);
    }
}
