package dev.pushlab.bench.client;

/** Reads and publishes over a raw WebSocket. */
final class WebSocketClient implements Client {

    private static final String SUBPROTOCOL = "push-lab.v1";

    @Override
    public String id() {
        return "websocket";
    }

    @Override
    public boolean twoWay() {
        return true;
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new WebSocketSubscription(target, after, listener).begin();
    }

    private static final class WebSocketSubscription extends ClientSubscription {

        private final WebSocketConnection connection;

        WebSocketSubscription(Target target, String after, Listener listener) {
            super(target, after, listener);
            String path = Paths.start(target, "websocket", after);
            connection = new WebSocketConnection(this, path, SUBPROTOCOL, inbox::message, () -> {});
        }

        @Override
        void start() {
            connection.open();
        }

        @Override
        void leave() {
            connection.close();
        }

        @Override
        public void publish(String json) {
            publish(() -> connection.send(json));
        }
    }
}
