package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** One WebSocket (RFC 6455) without extensions: handshake, whole messages in, text out, pong, closing handshake. */
final class WebSocketConnection {

    private static final int LARGEST_MESSAGE = 16 << 20;
    private static final int CLOSING_TIMEOUT_SECONDS = 5;
    private static final int ABNORMAL = 1006;
    private static final int NO_STATUS = 1005;

    private final ClientSubscription owner;
    private final String path;
    private final String subprotocol;
    private final ByteRange messages;
    private final Runnable opened;
    private Channel channel;
    private boolean open;
    private boolean closing;

    /**
     * Nothing happens before {@link #open()}.
     *
     * @param subprotocol to offer, {@code null} for none
     * @param messages takes each text or binary message
     */
    WebSocketConnection(
            ClientSubscription owner, String path, String subprotocol, ByteRange messages, Runnable opened) {
        this.owner = owner;
        this.path = path;
        this.subprotocol = subprotocol;
        this.messages = messages;
        this.opened = opened;
    }

    void open() {
        var base = owner.target.base();
        var address = URI.create((owner.target.secure() ? "wss://" : "ws://") + base.getRawAuthority() + path);
        var headers = new DefaultHttpHeaders();
        Requests.addOwn(owner.target, headers);
        var handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                address,
                WebSocketVersion.V13,
                subprotocol,
                false,
                headers,
                LARGEST_MESSAGE,
                true,
                false,
                TimeUnit.SECONDS.toMillis(CLOSING_TIMEOUT_SECONDS),
                false,
                false);
        owner.connect(pipeline -> pipeline(pipeline, handshaker), connected -> {
            channel = connected;
            owner.meter.requested();
            handshaker.handshake(connected);
        });
    }

    void send(String text) {
        if (!open) {
            throw new IllegalStateException("the WebSocket isn't open");
        }
        channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }

    /** Begins the closing handshake; the owner ends when the server has answered, or hasn't for 5 s. */
    void close() {
        if (!open || closing) {
            owner.end(ABNORMAL, "closed by the client", null);
            return;
        }
        closing = true;
        channel.writeAndFlush(new CloseWebSocketFrame(1000, ""));
        owner.loop.schedule(
                () -> owner.end(ABNORMAL, "the server didn't answer the closing handshake", null),
                CLOSING_TIMEOUT_SECONDS,
                TimeUnit.SECONDS);
    }

    private void pipeline(ChannelPipeline pipeline, WebSocketClientHandshaker handshaker) {
        pipeline.addLast(HttpConnection.codec(), new HttpObjectAggregator(LARGEST_MESSAGE), new Messages(handshaker));
    }

    private void upgraded(
            ChannelHandlerContext context, WebSocketClientHandshaker handshaker, FullHttpResponse response) {
        if (!HttpResponseStatus.SWITCHING_PROTOCOLS.equals(response.status())) {
            owner.refuse(new Answer(response.status().code(), response.headers(), response.content()));
            return;
        }
        handshaker.finishHandshake(channel, response);
        context.pipeline().addBefore(context.name(), null, new WebSocketFrameAggregator(LARGEST_MESSAGE));
        open = true;
        opened.run();
    }

    private void received(WebSocketFrame frame) {
        ByteBuf content = frame.content();
        if (frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame) {
            messages.accept(content, content.readerIndex(), content.writerIndex());
        } else if (frame instanceof PingWebSocketFrame) {
            channel.writeAndFlush(new PongWebSocketFrame(content.retain()), channel.voidPromise());
        } else if (frame instanceof CloseWebSocketFrame close) {
            closed(close);
        }
    }

    private void closed(CloseWebSocketFrame close) {
        int code = close.statusCode() < 0 ? NO_STATUS : close.statusCode();
        String reason = close.reasonText();
        if (closing) {
            owner.end(code, reason, null);
        } else {
            closing = true;
            var echo = code == NO_STATUS ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, "");
            channel.writeAndFlush(echo).addListener(written -> owner.end(code, reason, null));
        }
    }

    private final class Messages extends ClientSubscription.Handler {

        private final WebSocketClientHandshaker handshaker;

        Messages(WebSocketClientHandshaker handshaker) {
            super(owner);
            this.handshaker = handshaker;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (owner.ended()) {
                    return;
                }
                if (message instanceof FullHttpResponse response) {
                    upgraded(context, handshaker, response);
                } else {
                    received((WebSocketFrame) message);
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            owner.end(ABNORMAL, "connection lost", closing ? null : new EOFException("no closing handshake"));
        }
    }
}
