package dev.pushlab.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpRequestEncoder;

/**
 * Does what a proxy does that knows nothing of upgrades: {@code Upgrade} and {@code Connection} are for one hop only (RFC
 * 9110, section 7.6.1), so they are not passed on, and the server sees a plain GET.
 */
final class UpgradeBlocker extends ChannelInboundHandlerAdapter {

    private final EmbeddedChannel decoder = new EmbeddedChannel(new HttpRequestDecoder());
    private final EmbeddedChannel encoder = new EmbeddedChannel(new HttpRequestEncoder());

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoder.writeInbound(message);
        for (HttpObject part = decoder.readInbound(); part != null; part = decoder.readInbound()) {
            if (part.decoderResult().isFailure()) {
                context.close(); // no HTTP
                return;
            }
            if (part instanceof HttpRequest request) {
                dropUpgrade(request.headers());
            }
            encoder.writeOutbound(part);
        }
        for (ByteBuf bytes = encoder.readOutbound(); bytes != null; bytes = encoder.readOutbound()) {
            context.fireChannelRead(bytes);
        }
    }

    private static void dropUpgrade(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.UPGRADE)) {
            headers.remove(HttpHeaderNames.UPGRADE);
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        decoder.finishAndReleaseAll();
        encoder.finishAndReleaseAll();
    }
}
