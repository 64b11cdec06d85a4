package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Locale;

/** The endless answer of a streaming strategy: its parts go to a parser, a refusal to the listener. */
final class EventStream implements ResponseSink {

    private final ClientSubscription owner;
    private final String contentType;
    private final ByteRange parser;
    private final Runnable onEnd;
    private AnswerCollector refusal;

    /** @param onEnd what to do when the stream has ended in an orderly way */
    EventStream(ClientSubscription owner, String contentType, ByteRange parser, Runnable onEnd) {
        this.owner = owner;
        this.contentType = contentType;
        this.parser = parser;
        this.onEnd = onEnd;
    }

    @Override
    public void head(HttpResponse response) {
        if (response.status().code() != 200) {
            refusal = new AnswerCollector(owner::refuse);
            refusal.head(response);
            return;
        }
        String type = String.valueOf(response.headers().get(HttpHeaderNames.CONTENT_TYPE));
        if (!type.toLowerCase(Locale.ROOT).startsWith(contentType)) {
            throw new ContractViolation("Content-Type is " + type + " instead of " + contentType);
        }
    }

    @Override
    public void part(ByteBuf body) {
        if (refusal != null) {
            refusal.part(body);
        } else {
            parser.accept(body, body.readerIndex(), body.writerIndex());
        }
    }

    @Override
    public void end() {
        if (refusal != null) {
            refusal.end();
        } else {
            onEnd.run();
        }
    }
}
