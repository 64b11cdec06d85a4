package dev.pushlab.bench.client;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * One connection from the server to the receiver.
 *
 * <p>The server uses it for one webhook after another: what it has carried from one answer to the next is charged to the
 * subscription that the answer was for.
 */
final class WebhookConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final WebhookReceiver receiver;
    private final WireMeter wire;
    private Counters charged = Counters.NONE;

    WebhookConnection(WebhookReceiver receiver, WireMeter wire) {
        this.receiver = receiver;
        this.wire = wire;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        wire.requested();
        var subscription = receiver.subscription(request.uri());
        if (subscription == null || request.decoderResult().isFailure()) {
            new WebhookDelivery(context.channel(), request.content().retain(), written -> {})
                    .answer(HttpResponseStatus.GONE);
        } else {
            ChannelFutureListener written = future -> charge(subscription);
            subscription.deliver(
                    new WebhookDelivery(context.channel(), request.content().retain(), written));
        }
    }

    private void charge(WebhookSubscription subscription) {
        var carried = wire.counters();
        var share = carried.minus(charged);
        charged = carried;
        subscription.charge(share);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
