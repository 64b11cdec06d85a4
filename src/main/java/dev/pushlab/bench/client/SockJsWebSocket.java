package dev.pushlab.bench.client;

/** SockJS's {@code websocket} transport. */
final class SockJsWebSocket implements SockJsTransport {

    private final WebSocketConnection connection;

    SockJsWebSocket(ClientSubscription owner, String session, ByteRange frames) {
        connection = new WebSocketConnection(owner, session + "/websocket", null, frames, () -> {});
    }

    @Override
    public void open() {
        connection.open();
    }

    @Override
    public void send(String message) {
        connection.send("[" + JsonStrings.quote(message) + "]");
    }

    @Override
    public void close() {
        connection.close();
    }
}
