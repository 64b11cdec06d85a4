package dev.pushlab.bench.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One keep-alive connection that carries a request at a time.
 *
 * <p>A connection that the server has closed between two requests is replaced by the next, as RFC 9112 section 9.3.1
 * has it: also when the closing and a GET have crossed on the wire.
 */
final class HttpConnection {

    private static final HttpDecoderConfig LENIENT =
            new HttpDecoderConfig().setValidateHeaders(false).setMaxHeaderSize(64 << 10);

    private final ClientSubscription owner;
    private final Runnable idleEnd;
    private final Queue<Exchange> waiting = new ArrayDeque<>();
    private Channel channel;
    private Exchange current;
    private boolean connecting;

    /** Whether the channel has carried an answer before, so that the server may have been about to close it. */
    private boolean used;

    HttpConnection(ClientSubscription owner) {
        this(owner, () -> {});
    }

    /** @param idleEnd what to do when the server has ended the connection between two requests */
    HttpConnection(ClientSubscription owner, Runnable idleEnd) {
        this.owner = owner;
        this.idleEnd = idleEnd;
    }

    static HttpClientCodec codec() {
        return new HttpClientCodec(LENIENT, false, false);
    }

    /** Sends as soon as the requests before it are answered. */
    void send(FullHttpRequest request, ResponseSink sink) {
        waiting.add(new Exchange(request, sink));
        next();
    }

    private void next() {
        if (current != null || waiting.isEmpty() || connecting || owner.ended()) {
            return;
        }
        if (channel == null) {
            connecting = true;
            owner.connect(this::pipeline, connected -> {
                connecting = false;
                channel = connected;
                used = false;
                next();
            });
            return;
        }
        current = waiting.remove();
        owner.meter.requested();
        channel.writeAndFlush(current.request.retainedDuplicate(), channel.voidPromise());
    }

    private void pipeline(ChannelPipeline pipeline) {
        pipeline.addLast(codec(), new Responses());
    }

    private void received(HttpObject message) {
        if (message.decoderResult().isFailure()) {
            throw new ContractViolation("no HTTP: " + message.decoderResult().cause());
        }
        if (current == null) {
            throw new ContractViolation("a response that nobody asked for");
        }
        if (message instanceof HttpResponse response) {
            current.interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            current.begun = true;
            if (!current.interim) {
                current.keepAlive = HttpUtil.isKeepAlive(response);
                current.sink.head(response);
            }
        }
        if (current.interim) {
            return;
        }
        if (message instanceof HttpContent content && content.content().isReadable()) {
            current.sink.part(content.content());
        }
        if (message instanceof LastHttpContent) {
            finish();
        }
    }

    private void finish() {
        var finished = current;
        current = null;
        used = true;
        finished.request.release();
        if (!finished.keepAlive) {
            channel.close();
            channel = null;
        }
        finished.sink.end();
        next();
    }

    private void lost(Channel which) {
        if (which != channel) {
            return;
        }
        channel = null;
        if (current == null) {
            idleEnd.run();
            return;
        }
        boolean crossed = used && !current.begun && HttpMethod.GET.equals(current.request.method());
        if (crossed) {
            var again = current;
            current = null;
            var behind = new ArrayDeque<>(waiting);
            waiting.clear();
            waiting.add(again);
            waiting.addAll(behind);
            next();
        } else {
            owner.fail(new EOFException("the connection ended in the middle of an answer"));
        }
    }

    /** A request and where its answer goes. */
    private static final class Exchange {
        private final FullHttpRequest request;
        private final ResponseSink sink;
        private boolean begun;
        private boolean interim;
        private boolean keepAlive;

        Exchange(FullHttpRequest request, ResponseSink sink) {
            this.request = request;
            this.sink = sink;
        }
    }

    private final class Responses extends ClientSubscription.Handler {

        Responses() {
            super(owner);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (!owner.ended()) {
                    received((HttpObject) message);
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lost(context.channel());
        }
    }
}
