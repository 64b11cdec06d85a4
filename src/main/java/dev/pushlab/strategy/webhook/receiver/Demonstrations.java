package dev.pushlab.strategy.webhook.receiver;

import dev.pushlab.log.EventClock;
import dev.pushlab.log.EventLogs;
import dev.pushlab.strategy.webhook.WebhookStatus;
import dev.pushlab.strategy.webhook.Webhooks;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The webhooks that the server delivers to itself, one a topic, so that all of it can be seen without another server. */
@Component
class Demonstrations {

    private final Webhooks webhooks;
    private final EventClock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Demonstration> byTopic = new LinkedHashMap<>();

    Demonstrations(Webhooks webhooks, EventClock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** A webhook, and the receiver that it delivers to. */
    private record Demonstration(String receiverId, String webhookId, Receiver receiver) {}

    /**
     * How a demonstration stands.
     *
     * @param webhook the sending side
     * @param receiver the receiving side
     */
    record Shown(WebhookStatus webhook, Receiver.Received receiver) {}

    /**
     * Begins one, unless the topic has one already.
     *
     * @param base where this server's receivers are found, with a slash at the end
     * @throws dev.pushlab.log.RefusedException as {@link Webhooks#register} does
     */
    synchronized Shown begin(String topic, String base) {
        Optional<Shown> known = find(topic);
        if (known.isPresent()) {
            return known.get();
        }
        var receiver = new Receiver(clock);
        String receiverId = Long.toString(random.nextLong(1L << 60, Long.MAX_VALUE), Character.MAX_RADIX);
        var registered = webhooks.register(topic, base + receiverId, null);
        receiver.trust(registered.secret());
        byTopic.put(name(topic), new Demonstration(receiverId, registered.id(), receiver));
        return find(topic).orElseThrow();
    }

    /** A topic's demonstration; empty if there is none, or somebody has deleted its webhook. */
    synchronized Optional<Shown> find(String topic) {
        byTopic.values().removeIf(known -> webhooks.find(known.webhookId()).isEmpty());
        return Optional.ofNullable(byTopic.get(name(topic)))
                .flatMap(known -> webhooks.find(known.webhookId())
                        .map(status -> new Shown(status, known.receiver().show())));
    }

    /** Makes a topic's receiver fail, or work again; nothing where there is none. */
    synchronized Optional<Shown> fail(String topic, boolean failing) {
        Demonstration known = byTopic.get(name(topic));
        if (known != null) {
            known.receiver().fail(failing);
        }
        return find(topic);
    }

    /**
     * Ends a topic's demonstration.
     *
     * @return whether there was one
     */
    synchronized boolean end(String topic) {
        Demonstration known = byTopic.remove(name(topic));
        return known != null && webhooks.remove(known.webhookId());
    }

    /** The receiver of an id; empty if there is none, or no longer. */
    synchronized Optional<Receiver> receiver(String id) {
        return byTopic.values().stream()
                .filter(known -> known.receiverId().equals(id))
                .map(Demonstration::receiver)
                .findFirst();
    }

    private static String name(String topic) {
        return topic == null ? EventLogs.DEFAULT_TOPIC : topic;
    }
}
