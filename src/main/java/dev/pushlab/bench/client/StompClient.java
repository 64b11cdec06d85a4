package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;

/** Reads and publishes by STOMP over a native WebSocket. */
final class StompClient implements Client {

    @Override
    public String id() {
        return "stomp";
    }

    @Override
    public boolean twoWay() {
        return true;
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new StompSubscription(target, after, listener).begin();
    }

    private static final class StompSubscription extends ClientSubscription {

        private final WebSocketConnection connection;
        private final StompSession session;

        StompSubscription(Target target, String after, Listener listener) {
            super(target, after, listener);
            connection = new WebSocketConnection(
                    this, target.path("/api/stomp/websocket"), "v12.stomp", this::received, this::opened);
            session = new StompSession(this, after, connection::send, connection::close);
        }

        private void opened() {
            session.connect();
        }

        private void received(ByteBuf bytes, int from, int end) {
            session.feed(bytes, from, end);
        }

        @Override
        void start() {
            connection.open();
        }

        @Override
        void leave() {
            session.leave();
        }

        @Override
        public void publish(String json) {
            publish(() -> session.publish(json));
        }
    }
}
