package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Reads Server-Sent Events. */
final class SseClient implements Client {

    @Override
    public String id() {
        return "sse";
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new SseSubscription(target, after, listener).begin();
    }

    private static final class SseSubscription extends ClientSubscription implements SseParser.Handler {

        private final String path;

        SseSubscription(Target target, String after, Listener listener) {
            super(target, after, listener);
            path = Paths.start(target, "sse", after);
        }

        @Override
        void start() {
            var parser = new SseParser(this);
            new HttpConnection(this)
                    .send(
                            Requests.get(target, path, "text/event-stream"),
                            new EventStream(
                                    this, "text/event-stream", parser::feed, () -> end(0, "end of stream", null)));
        }

        @Override
        public void message(String name, ByteBuf lastEventId, ByteBuf data, int from, int end) {
            inbox.message(data, from, end);
            if (lastEventId.isReadable() && !inbox.isAt(lastEventId)) {
                throw new ContractViolation("the id of the stream is " + lastEventId.toString(StandardCharsets.UTF_8)
                        + ", but the data says " + inbox.position());
            }
        }

        @Override
        public void retry(long milliseconds) {
            inbox.control("retry", Long.toString(milliseconds));
        }
    }
}
