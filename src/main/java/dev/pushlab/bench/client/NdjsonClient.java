package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;

/** Reads a chunked stream of JSON lines. */
final class NdjsonClient implements Client {

    @Override
    public String id() {
        return "ndjson";
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new NdjsonSubscription(target, after, listener).begin();
    }

    private static final class NdjsonSubscription extends ClientSubscription {

        private static final String TYPE = "application/x-ndjson";
        private final String path;

        NdjsonSubscription(Target target, String after, Listener listener) {
            super(target, after, listener);
            path = Paths.start(target, "ndjson", after);
        }

        @Override
        void start() {
            var lines = new LineSplitter(this::line);
            new HttpConnection(this)
                    .send(
                            Requests.get(target, path, TYPE),
                            new EventStream(this, TYPE, lines::feed, () -> end(0, "end of stream", null)));
        }

        private void line(ByteBuf line, int from, int end) {
            if (end > from) {
                inbox.message(line, from, end);
            }
        }
    }
}
