package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponse;
import java.util.function.Consumer;

/** Gathers a response's body and hands the whole on. */
final class AnswerCollector implements ResponseSink {

    private static final int LARGEST_BODY = 64 << 20;

    private final Consumer<Answer> whole;
    private HttpResponse response;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    AnswerCollector(Consumer<Answer> whole) {
        this.whole = whole;
    }

    @Override
    public void head(HttpResponse head) {
        response = head;
    }

    @Override
    public void part(ByteBuf part) {
        if (body.writerIndex() + part.readableBytes() > LARGEST_BODY) {
            throw new ContractViolation("an answer is larger than 64 MiB");
        }
        if (body == Unpooled.EMPTY_BUFFER) {
            body = Unpooled.buffer(part.readableBytes());
        }
        body.writeBytes(part, part.readerIndex(), part.readableBytes());
    }

    @Override
    public void end() {
        whole.accept(new Answer(response.status().code(), response.headers(), body));
    }
}
