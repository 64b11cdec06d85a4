package dev.pushlab.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/** Reads along on an HTTP/1.1 connection, changing nothing, to know whether an answer is under way. */
final class Conversation {

    private final Queue<HttpMethod> asked = new ArrayDeque<>();
    private final EmbeddedChannel requests = new EmbeddedChannel(new HttpRequestDecoder());
    private final EmbeddedChannel answers = new EmbeddedChannel(new Answers());
    private boolean answering;
    private boolean otherwise;

    /** Whether it is no longer HTTP, but say a WebSocket. */
    boolean isOtherwise() {
        return otherwise;
    }

    boolean isAnswering() {
        return answering;
    }

    void request(ByteBuf bytes) {
        if (otherwise) {
            return;
        }
        requests.writeInbound(bytes.retainedDuplicate());
        for (Object part = requests.readInbound(); part != null; part = requests.readInbound()) {
            if (part instanceof HttpRequest request) {
                asked.add(request.method());
            }
            ReferenceCountUtil.release(part);
        }
    }

    void answer(ByteBuf bytes) {
        if (otherwise) {
            return;
        }
        answers.writeInbound(bytes.retainedDuplicate());
        for (Object part = answers.readInbound(); part != null; part = answers.readInbound()) {
            follow(part);
            ReferenceCountUtil.release(part);
        }
    }

    private void follow(Object part) {
        if (part instanceof HttpObject http && http.decoderResult().isFailure()) {
            otherwise = true;
        } else if (part instanceof HttpResponse response) {
            answering = true;
            otherwise = response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        }
        if (part instanceof LastHttpContent) {
            answering = false;
        }
    }

    void close() {
        requests.finishAndReleaseAll();
        answers.finishAndReleaseAll();
    }

    private final class Answers extends HttpResponseDecoder {

        /** An answer to HEAD has no body, whatever its head says. */
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            boolean interim = ((HttpResponse) message).status().codeClass() == HttpStatusClass.INFORMATIONAL;
            HttpMethod method = interim ? null : asked.poll();
            return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(message);
        }
    }
}
