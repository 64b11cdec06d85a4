package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Encoding;
import java.io.IOException;
import org.springframework.web.socket.CloseStatus;

/** What carries a STOMP session's frames. */
interface Transport {

    /** The form that messages of a subscription have on this transport. */
    Encoding<byte[]> encoding(StompFrames frames);

    /**
     * Sends what {@link #encoding} made; does not wait.
     *
     * @param written to be run when the transport can take more
     */
    void send(byte[] encoded, Runnable written) throws IOException;

    /** Sends STOMP frames as they are, after whatever was sent before. */
    void sendFrames(String frames) throws IOException;

    void close(CloseStatus status);

    void cut();
}
