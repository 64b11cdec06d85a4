package dev.pushlab.strategy.websocket;

import dev.pushlab.log.Event;
import dev.pushlab.log.EventClock;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Connection;
import dev.pushlab.strategy.Delivery;
import dev.pushlab.strategy.Message;
import dev.pushlab.strategy.Problem;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.WebSocketWriter;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** WebSocket without another protocol on top: events come, publications go. */
@Component
class EventHandler extends AbstractWebSocketHandler {

    /** The attribute in which a session keeps what its upgrade request asked for. */
    static final String START = "start";

    private static final Logger logger = LoggerFactory.getLogger(EventHandler.class);
    private static final String CONNECTION = "connection";
    private static final String SINK = "sink";

    private final Strategy websocket;
    private final Pumps pumps;
    private final EventLogs logs;
    private final EventClock clock;

    EventHandler(Strategy websocket, Pumps pumps, EventLogs logs, EventClock clock) {
        this.websocket = websocket;
        this.pumps = pumps;
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Start start = (Start) session.getAttributes().get(START);
        var sink = new WebSocketSink(WebSocketWriter.of(session), start.binary());
        session.getAttributes().put(SINK, sink);
        try {
            Connection connection = pumps.open(websocket, start.topic(), start.after(), sink);
            session.getAttributes().put(CONNECTION, connection);
            connection.start();
        } catch (RefusedException refusal) {
            sink.end(Delivery.of(pumps.closing(refusal)));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        publish(session, message.asBytes());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        byte[] bytes = new byte[message.getPayloadLength()];
        message.getPayload().duplicate().get(bytes);
        publish(session, bytes);
    }

    private void publish(WebSocketSession session, byte[] body) {
        long dueAt = clock.micros();
        Start start = (Start) session.getAttributes().get(START);
        Message answer;
        try {
            var publication = Publication.parse(body);
            Event event = logs.topic(start.topic()).append(publication, dueAt);
            answer = Message.accepted(publication.ref(), event.id());
        } catch (RefusedException refusal) {
            logger.debug("Refused a publication: {}", refusal.getMessage());
            answer = Message.rejected(Publication.refIn(body), Problem.of(refusal));
        }
        try {
            ((WebSocketSink) session.getAttributes().get(SINK)).answer(answer);
        } catch (IOException e) {
            logger.debug("A client is gone", e);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        logger.debug("A client is gone", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            connection.gone();
        }
    }
}
