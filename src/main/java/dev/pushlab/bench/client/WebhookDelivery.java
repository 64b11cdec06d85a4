package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/**
 * One request from the server that waits for its answer; to be answered or reset, once, on any thread.
 *
 * @param body owned by the delivery until then
 * @param written told on the channel's event loop that the answer has left
 */
record WebhookDelivery(Channel channel, ByteBuf body, ChannelFutureListener written) {

    /** Whether the server still waits; if not, it delivers again. */
    boolean isAwaited() {
        return channel.isActive();
    }

    void answer(HttpResponseStatus status) {
        body.release();
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        if (status != HttpResponseStatus.NO_CONTENT) {
            HttpUtil.setContentLength(response, 0);
        }
        // Listening before it is written: the next request must not be read before this one is charged.
        channel.writeAndFlush(response, channel.newPromise().addListener(written));
    }

    void reset() {
        body.release();
        // on its own loop, since the option can't be set once the channel has been closed
        channel.eventLoop().execute(() -> {
            if (channel.isOpen()) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.close();
            }
        });
    }
}
