package dev.pushlab.strategy.stomp;

import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Connection;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** One client's STOMP session and its subscriptions. */
final class StompSession extends WebSocketSessionDecorator {

    private static final CloseStatus ENDED = CloseStatus.GOING_AWAY.withReason("The server has ended the session");
    private static final int MAX_SUBSCRIPTIONS = 100;

    private final Transport transport;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

    private record Subscription(String destination, StompFrames frames, Connection connection) {}

    StompSession(WebSocketSession session, Transport transport) {
        super(session);
        this.transport = transport;
    }

    Transport transport() {
        return transport;
    }

    /**
     * Begins a subscription.
     *
     * @throws RefusedException if its id is taken, or as {@link Pumps#open} does
     */
    void subscribe(Pumps pumps, Strategy stomp, String id, String destination, String topic, String after) {
        if (subscriptions.containsKey(id)) {
            throw RefusedException.invalid(
                    "invalid-subscription", RefusedException.quote(id) + " is subscribed already. Use another id.");
        }
        if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
            throw RefusedException.limit(
                    "too-many-subscriptions", "This session has " + MAX_SUBSCRIPTIONS + " subscriptions, its limit.");
        }
        var frames = new StompFrames(id, destination);
        Connection connection = pumps.open(stomp, topic, after, new StompSink(this, id, transport.encoding(frames)));
        subscriptions.put(id, new Subscription(destination, frames, connection));
        connection.start();
    }

    void unsubscribe(String id) {
        Subscription subscription = subscriptions.remove(id);
        if (subscription != null) {
            subscription.connection.gone();
        }
    }

    /** How a message to the first subscription of a destination looks; {@code null} if there is none. */
    StompFrames framesOf(String destination) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.destination.equals(destination))
                .map(Subscription::frames)
                .findFirst()
                .orElse(null);
    }

    /** The server has ended a subscription; with the last one the session ends. */
    void ended(String id) {
        subscriptions.remove(id);
        if (subscriptions.isEmpty()) {
            transport.close(ENDED);
        }
    }

    /** The client, or its connection, is no more. */
    void gone() {
        subscriptions.keySet().forEach(this::unsubscribe);
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        if (message instanceof TextMessage text) {
            transport.sendFrames(text.getPayload());
        } else {
            transport.sendFrames(StandardCharsets.UTF_8
                    .decode(((ByteBuffer) message.getPayload()).duplicate())
                    .toString());
        }
    }

    @Override
    public void close(CloseStatus status) {
        transport.close(status);
    }
}
