package dev.pushlab.strategy.stomp;

import dev.pushlab.log.Event;
import dev.pushlab.log.EventClock;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * Takes SUBSCRIBE, UNSUBSCRIBE and SEND from the clients, in order; what is left to Spring's broker is CONNECT, DISCONNECT
 * and heart-beats.
 */
@Component
class StompInbound implements ChannelInterceptor {

    private static final Logger logger = LoggerFactory.getLogger(StompInbound.class);
    private static final String SUBSCRIBE_PREFIX = "/topic/";
    private static final String SEND_PREFIX = "/app/";

    private final Strategy stomp;
    private final StompSessions sessions;
    private final Pumps pumps;
    private final EventLogs logs;
    private final EventClock clock;

    StompInbound(Strategy stomp, StompSessions sessions, Pumps pumps, EventLogs logs, EventClock clock) {
        this.stomp = stomp;
        this.sessions = sessions;
        this.pumps = pumps;
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        var frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (frame == null || frame.getCommand() == null) {
            return message;
        }
        StompCommand command = frame.getCommand();
        if (command == StompCommand.CONNECT || command == StompCommand.STOMP || command == StompCommand.DISCONNECT) {
            return message;
        }
        StompSession session = sessions.find(frame.getSessionId());
        if (session != null) {
            handle(command, frame, (byte[]) message.getPayload(), session);
        }
        return null;
    }

    private void handle(StompCommand command, StompHeaderAccessor frame, byte[] body, StompSession session) {
        switch (command) {
            case SUBSCRIBE -> {
                receipt(frame, session);
                String topic = topic(frame, SUBSCRIBE_PREFIX);
                String after = frame.getFirstNativeHeader("after");
                session.subscribe(pumps, stomp, frame.getSubscriptionId(), frame.getDestination(), topic, after);
            }
            case UNSUBSCRIBE -> {
                session.unsubscribe(frame.getSubscriptionId());
                receipt(frame, session);
            }
            case SEND -> {
                publish(topic(frame, SEND_PREFIX), frame, body, session);
                receipt(frame, session);
            }
            default ->
                throw RefusedException.invalid(
                        "unsupported-frame",
                        command + " is not supported. Use SUBSCRIBE, UNSUBSCRIBE, SEND or DISCONNECT.");
        }
    }

    private static String topic(StompHeaderAccessor frame, String prefix) {
        String destination = frame.getDestination();
        if (destination == null || !destination.startsWith(prefix)) {
            throw RefusedException.invalid(
                    "invalid-destination",
                    frame.getCommand() + " to " + RefusedException.quote(String.valueOf(destination))
                            + " is not possible. SUBSCRIBE to /topic/{topic}, SEND to /app/{topic}.");
        }
        return destination.substring(prefix.length());
    }

    private void publish(String topic, StompHeaderAccessor frame, byte[] body, StompSession session) {
        var publication = Publication.parse(body);
        Event event = logs.topic(topic).append(publication, clock.micros());
        StompFrames frames = session.framesOf(SUBSCRIBE_PREFIX + topic);
        if (publication.ref() != null && frames != null) {
            send(session, frames.frame(dev.pushlab.strategy.Message.accepted(publication.ref(), event.id())));
        }
    }

    private static void receipt(StompHeaderAccessor frame, StompSession session) {
        if (frame.getReceipt() != null) {
            send(session, StompFrames.receipt(frame.getReceipt()));
        }
    }

    private static void send(StompSession session, String frames) {
        try {
            session.transport().sendFrames(frames);
        } catch (IOException e) {
            logger.debug("A client is gone", e);
        }
    }
}
