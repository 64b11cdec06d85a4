package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Message;
import java.util.List;
import org.springframework.web.socket.sockjs.frame.SockJsFrame;
import org.springframework.web.socket.sockjs.frame.SockJsMessageCodec;

/** MESSAGE frames packed into one SockJS message frame. */
record SockJsFrames(StompFrames frames, SockJsMessageCodec codec) implements Encoding<byte[]> {

    @Override
    public byte[] apply(List<Message> messages) {
        String[] each = messages.stream().map(frames::frame).toArray(String[]::new);
        return SockJsFrame.messageFrame(codec, each).getContentBytes();
    }
}
