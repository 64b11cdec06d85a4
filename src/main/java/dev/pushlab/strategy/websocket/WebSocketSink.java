package dev.pushlab.strategy.websocket;

import dev.pushlab.strategy.Delivery;
import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Message;
import dev.pushlab.strategy.Sink;
import dev.pushlab.strategy.WebSocketWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.socket.CloseStatus;

/** Writes into one WebSocket, a frame a message. */
final class WebSocketSink implements Sink {

    private static final Encoding<List<byte[]>> FRAMES =
            messages -> messages.stream().map(WebSocketSink::utf8).toList();

    private static final CloseStatus ENDED = CloseStatus.GOING_AWAY.withReason("The server has ended the stream");

    private final WebSocketWriter writer;
    private final boolean binary;

    WebSocketSink(WebSocketWriter writer, boolean binary) {
        this.writer = writer;
        this.binary = binary;
    }

    private static byte[] utf8(Message message) {
        return message.json().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void send(Delivery delivery, Runnable written) throws IOException {
        writer.send(delivery.as(FRAMES), binary, written);
    }

    /** Answers a publication, in between whatever is being delivered. */
    void answer(Message message) throws IOException {
        writer.send(List.of(utf8(message)), binary, () -> {});
    }

    @Override
    public void end(Delivery last) throws IOException {
        send(last, () -> {});
        writer.close(ENDED);
    }

    @Override
    public void abort() {
        writer.cut();
    }
}
