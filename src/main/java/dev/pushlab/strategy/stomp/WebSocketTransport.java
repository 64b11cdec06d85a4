package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.WebSocketWriter;
import java.io.IOException;
import java.util.List;
import org.springframework.web.socket.CloseStatus;

/** STOMP frames as WebSocket text messages. */
final class WebSocketTransport implements Transport {

    private final WebSocketWriter writer;

    WebSocketTransport(WebSocketWriter writer) {
        this.writer = writer;
    }

    @Override
    public Encoding<byte[]> encoding(StompFrames frames) {
        return frames;
    }

    @Override
    public void send(byte[] encoded, Runnable written) throws IOException {
        writer.send(List.of(encoded), false, written);
    }

    @Override
    public void sendFrames(String frames) throws IOException {
        writer.text(frames);
    }

    @Override
    public void close(CloseStatus status) {
        writer.close(status);
    }

    @Override
    public void cut() {
        writer.cut();
    }
}
