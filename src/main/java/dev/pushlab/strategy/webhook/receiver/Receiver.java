package dev.pushlab.strategy.webhook.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.pushlab.log.EventClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook's receiver has to do: verify, recognise what it has seen, answer quickly. */
final class Receiver {

    private static final int KEPT = 20;

    /** Duplicates come close together, so a receiver need not remember every id for ever. */
    private static final int REMEMBERED = 1_024;

    private final EventClock clock;
    private final Deque<ReceivedEvent> events = new ArrayDeque<>();
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Webhook webhook;
    private boolean failing;
    private long received;
    private long verified;
    private long duplicates;
    private long gaps;
    private long refused;

    Receiver(EventClock clock) {
        this.clock = clock;
    }

    /**
     * What it has received.
     *
     * @param received deliveries that it did not refuse
     * @param verified those of them whose signature was right
     * @param duplicates verified deliveries that had been received before
     * @param gaps verified deliveries that told of a gap
     * @param refused deliveries that it refused because it was told to fail
     * @param events the last 20 received, the latest first
     */
    record Received(
            boolean failing,
            long received,
            long verified,
            long duplicates,
            long gaps,
            long refused,
            List<ReceivedEvent> events) {}

    /** What became of a delivery. */
    enum Outcome {
        TAKEN,
        UNVERIFIED,
        REFUSED
    }

    synchronized void trust(String secret) {
        try {
            webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException(e);
        }
    }

    synchronized void fail(boolean on) {
        failing = on;
    }

    synchronized Outcome receive(Map<String, List<String>> headers, String body) {
        long now = clock.micros();
        if (failing) {
            refused++;
            return Outcome.REFUSED;
        }
        received++;
        String id = headers.getOrDefault(Webhook.UNBRANDED_MSG_ID_KEY, List.of()).stream()
                .findFirst()
                .orElse(null);
        boolean genuine = isGenuine(headers, body);
        boolean duplicate = genuine && seen.put(id, true) != null;
        ReceivedEvent event = describe(id, body, genuine, duplicate, now);
        if (genuine) {
            verified++;
            duplicates += duplicate ? 1 : 0;
            gaps += event.control() == null ? 0 : 1;
        }
        events.addFirst(event);
        if (events.size() > KEPT) {
            events.removeLast();
        }
        return genuine ? Outcome.TAKEN : Outcome.UNVERIFIED;
    }

    private boolean isGenuine(Map<String, List<String>> headers, String body) {
        try {
            webhook.verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private static ReceivedEvent describe(String id, String body, boolean genuine, boolean duplicate, long now) {
        if (!genuine) {
            return new ReceivedEvent(id, null, null, false, false, null);
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            String control = json.path("control").asString(null);
            String type = json.path("type").asString(null);
            Long latency =
                    json.path("dueAt").isNumber() ? now - json.get("dueAt").asLong() : null;
            return new ReceivedEvent(id, type, control, true, duplicate, latency);
        } catch (JacksonException e) {
            return new ReceivedEvent(id, null, null, true, duplicate, null);
        }
    }

    synchronized Received show() {
        return new Received(failing, received, verified, duplicates, gaps, refused, List.copyOf(events));
    }
}
