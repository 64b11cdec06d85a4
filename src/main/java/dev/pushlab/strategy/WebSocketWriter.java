package dev.pushlab.strategy;

import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** Writes to a WebSocket without waiting: Spring's {@code sendMessage} on Jetty blocks without a bound. */
public final class WebSocketWriter {

    private final Session session;

    private WebSocketWriter(Session session) {
        this.session = session;
    }

    /** The writer of a session; {@code null} if there is no WebSocket under it. */
    public static WebSocketWriter of(WebSocketSession session) {
        return WebSocketSessionDecorator.unwrap(session) instanceof NativeWebSocketSession nativeSession
                ? new WebSocketWriter(nativeSession.getNativeSession(Session.class))
                : null;
    }

    /**
     * Sends a text message.
     *
     * @param written to be run when the socket has taken it; not run on failure, which ends the session
     */
    public void text(String text, Runnable written) throws ClosedChannelException {
        if (!session.isOpen()) {
            throw new ClosedChannelException();
        }
        session.sendText(text, Callback.from(written, failure -> session.disconnect()));
    }

    /** Begins the closing handshake (RFC 6455, section 7) after whatever was sent before. */
    public void close(CloseStatus status) {
        session.close(status.getCode(), status.getReason(), Callback.NOOP);
    }

    /** Cuts the connection without a word. */
    public void cut() {
        session.disconnect();
    }
}
