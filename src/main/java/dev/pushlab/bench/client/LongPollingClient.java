package dev.pushlab.bench.client;

import io.netty.handler.codec.http.FullHttpRequest;

/**
 * Reads by long polling.
 *
 * <p>The first request doesn't wait, so that the client has a position from the start and can lose nothing while the
 * next one is on its way.
 */
final class LongPollingClient implements Client {

    @Override
    public String id() {
        return "long-polling";
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new LongPollingSubscription(target, after, listener).begin();
    }

    private static final class LongPollingSubscription extends RequestingSubscription {

        private final String wait;

        LongPollingSubscription(Target target, String after, Listener listener) {
            super(target, "long-polling", after, listener);
            wait = target.longestWait().toMillis() + "ms";
        }

        @Override
        void start() {
            ask();
        }

        @Override
        FullHttpRequest request(String path) {
            String withLimit = Paths.with(path, "limit", Integer.toString(target.limit()));
            String withWait = Paths.with(withLimit, "wait", inbox.opened() ? wait : "0s");
            return Requests.get(target, withWait, "application/json");
        }

        @Override
        void answered(Answer answer, int events) {
            ask();
        }
    }
}
