package dev.pushlab.strategy;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * Writes to a WebSocket without waiting: Spring's {@code sendMessage} on Jetty blocks without a bound.
 *
 * <p>Whatever fails, a client that takes nothing and has too much on its way to it included, ends the session.
 */
public final class WebSocketWriter {

    private final CoreSession session;

    private WebSocketWriter(CoreSession session) {
        this.session = session;
    }

    /** The writer of a session; {@code null} if there is no WebSocket under it. */
    public static WebSocketWriter of(org.springframework.web.socket.WebSocketSession session) {
        return WebSocketSessionDecorator.unwrap(session) instanceof NativeWebSocketSession nativeSession
                        && nativeSession.getNativeSession(Session.class) instanceof WebSocketSession jetty
                ? new WebSocketWriter(jetty.getCoreSession())
                : null;
    }

    /** Sends a text message. */
    public void text(String text) throws ClosedChannelException {
        send(List.of(text.getBytes(StandardCharsets.UTF_8)), false, () -> {});
    }

    /**
     * Sends messages in one write, if they are small.
     *
     * @param messages in UTF-8; shared, so never changed
     * @param binary whether they go as binary messages
     * @param written to be run when the socket has taken all of them
     */
    public void send(List<byte[]> messages, boolean binary, Runnable written) throws ClosedChannelException {
        if (!session.isOutputOpen()) {
            throw new ClosedChannelException();
        }
        byte kind = binary ? OpCode.BINARY : OpCode.TEXT;
        int last = messages.size() - 1;
        for (int i = 0; i <= last; i++) {
            var frame = new Frame(kind, true, ByteBuffer.wrap(messages.get(i)));
            Callback callback = Callback.from(i == last ? written : () -> {}, failure -> session.abort());
            session.sendFrame(frame, callback, i < last);
        }
    }

    /** Begins the closing handshake (RFC 6455, section 7) after whatever was sent before. */
    public void close(CloseStatus status) {
        session.close(status.getCode(), status.getReason(), Callback.NOOP);
    }

    /** Cuts the connection without a word. */
    public void cut() {
        session.abort();
    }
}
