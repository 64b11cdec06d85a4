package dev.pushlab.bench.client;

import dev.pushlab.log.Position;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;

/** Publishes by requests that follow each other on one connection (HTTP/1.1 pipelining, RFC 9112 section 9.3.2). */
final class HttpPublisher extends PipeliningPublisher {

    private static final int CREATED = 201;

    private final String path;
    private final EventScanner scanner = new EventScanner();

    HttpPublisher(Target target) {
        super(target);
        path = Paths.topic(target, "/api/events");
    }

    @Override
    Object message(String json) {
        return Requests.post(target, path, "application/json", json);
    }

    @Override
    void handlers(ChannelPipeline pipeline) {
        pipeline.addLast(HttpConnection.codec(), new Responses());
    }

    private void take(Answer answer) {
        if (answer.status() == CREATED) {
            answered(position(answer));
        } else {
            refused("refused with " + answer.status() + ": " + answer.text());
        }
    }

    private Position position(Answer answer) {
        var json = answer.body();
        if (!scanner.scan(json, json.readerIndex(), json.writerIndex())) {
            scanner.read(Json.fields(json, json.readerIndex(), json.writerIndex()));
        }
        return new Position(scanner.epoch(), scanner.offset());
    }

    private final class Responses extends Answers {

        private AnswerCollector current;
        private boolean keepAlive;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                received(context, (HttpObject) message);
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        private void received(ChannelHandlerContext context, HttpObject message) {
            if (message.decoderResult().isFailure()) {
                throw new ContractViolation(
                        "no HTTP: " + message.decoderResult().cause());
            }
            if (message instanceof HttpResponse response) {
                boolean interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
                current = new AnswerCollector(interim ? answer -> {} : HttpPublisher.this::take);
                current.head(response);
                keepAlive = interim || HttpUtil.isKeepAlive(response);
            }
            if (message instanceof HttpContent content && content.content().isReadable()) {
                current.part(content.content());
            }
            if (message instanceof LastHttpContent) {
                current.end();
                if (!keepAlive) {
                    lost(context.channel(), new EOFException("the server wants no more requests on it"));
                }
            }
        }
    }
}
