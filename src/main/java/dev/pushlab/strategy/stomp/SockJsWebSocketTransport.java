package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.WebSocketWriter;
import java.io.IOException;
import java.util.List;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.sockjs.frame.SockJsFrame;
import org.springframework.web.socket.sockjs.frame.SockJsMessageCodec;

/** STOMP frames within SockJS frames over a WebSocket. */
final class SockJsWebSocketTransport implements Transport {

    private final WebSocketWriter writer;
    private final SockJsMessageCodec codec;

    SockJsWebSocketTransport(WebSocketWriter writer, SockJsMessageCodec codec) {
        this.writer = writer;
        this.codec = codec;
    }

    @Override
    public Encoding<byte[]> encoding(StompFrames frames) {
        return new SockJsFrames(frames, codec);
    }

    @Override
    public void send(byte[] encoded, Runnable written) throws IOException {
        writer.send(List.of(encoded), false, written);
    }

    @Override
    public void sendFrames(String frames) throws IOException {
        writer.text(SockJsFrame.messageFrame(codec, frames).getContent());
    }

    @Override
    public void close(CloseStatus status) {
        try {
            writer.text(
                    SockJsFrame.closeFrame(status.getCode(), status.getReason()).getContent());
        } catch (IOException e) {
            return; // closed already
        }
        writer.close(status);
    }

    @Override
    public void cut() {
        writer.cut();
    }
}
