package dev.pushlab.bench.baseline;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** WebSocket: a list of sessions and one loop that sends to each, on the thread that publishes. */
@Component
class EventHandler extends TextWebSocketHandler implements SubProtocolCapable {

    private final List<WebSocketSession> sessions = new CopyOnWriteArrayList<>();
    private final JsonMapper json;

    /** The position of the last event sent; a client that comes gets what follows. */
    private String last;

    EventHandler(EventService events, JsonMapper json) {
        this.json = json;
        last = events.position(0);
    }

    /** The one that the bench's client insists on. */
    @Override
    public List<String> getSubProtocols() {
        return List.of("push-lab.v1");
    }

    @Override
    public synchronized void afterConnectionEstablished(WebSocketSession session) throws IOException {
        session.sendMessage(new TextMessage(json.writeValueAsString(new Ready(last))));
        sessions.add(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sessions.remove(session);
    }

    @EventListener
    synchronized void published(Event event) {
        last = event.id();
        String text = json.writeValueAsString(event);
        for (var session : sessions) {
            try {
                session.sendMessage(new TextMessage(text));
            } catch (IOException | IllegalStateException e) {
                sessions.remove(session);
            }
        }
    }
}
