package dev.pushlab.strategy.webhook;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Position;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The registered webhooks.
 *
 * <p>They live in memory, as the log does: after a restart of the server each has to be registered again, with the
 * position that its receiver has reached.
 */
@Component
public class Webhooks implements DisposableBean {

    private final Strategy strategy;
    private final WebhookProperties properties;
    private final EventLogs logs;
    private final Pumps pumps;
    private final AllowList allowList;
    private final Poster poster;
    private final Timing timing;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private boolean closing;

    Webhooks(
            Strategy webhook,
            WebhookProperties properties,
            EventLogs logs,
            Pumps pumps,
            AllowList allowList,
            Poster poster,
            Timing timing) {
        this.strategy = webhook;
        this.properties = properties;
        this.logs = logs;
        this.pumps = pumps;
        this.allowList = allowList;
        this.poster = poster;
        this.timing = timing;
    }

    /**
     * A new webhook.
     *
     * @param secret what its deliveries are signed with, told this once: {@code whsec_} and the key in Base64
     */
    public record Registered(String id, String url, String secret) {}

    /**
     * Registers a webhook, whose delivery begins at once.
     *
     * @param topic {@code null} for the default topic
     * @param url where to post; see {@link WebhookProperties} for the hosts that are allowed
     * @param after where to start, as {@link EventLog#start} understands it
     * @throws RefusedException if one of these is malformed or not allowed (400), a limit is reached (429), or the server
     *     is about to stop (503)
     */
    public synchronized Registered register(String topic, String url, String after) {
        URI target = allowList.check(url);
        admit();
        EventLog log = logs.topic(topic);
        Position start = log.start(after);
        String id = newId();
        String secret = Signer.newSecret();
        var backoff = new Backoff(properties.retryMin(), properties.retryMax());
        var courier = new Courier(target, new Signer(secret), poster, timing, backoff, () -> remove(id));
        var registration = new Registration(id, target, strategy, pumps, log, start, courier);
        registration.connect(start.toString().equals(after));
        registrations.put(id, registration);
        return new Registered(id, target.toString(), secret);
    }

    private void admit() {
        if (closing) {
            throw pumps.ending();
        }
        if (registrations.size() >= properties.webhooks()) {
            throw RefusedException.limit(
                    "too-many-webhooks",
                    "There are " + properties.webhooks()
                            + " webhooks already. Delete one that is not needed any more.");
        }
    }

    private String newId() {
        return Long.toString(random.nextLong(1L << 60, Long.MAX_VALUE), Character.MAX_RADIX);
    }

    /** How every webhook stands, in the order of their registration. */
    public List<WebhookStatus> list() {
        return copy().stream().map(Registration::status).toList();
    }

    /** How a webhook stands; empty if there is none of this id, or no longer. */
    public synchronized Optional<WebhookStatus> find(String id) {
        return Optional.ofNullable(registrations.get(id)).map(Registration::status);
    }

    /**
     * Unregisters a webhook; an attempt that is under way is cut.
     *
     * @return whether there was one
     */
    public boolean remove(String id) {
        Registration registration;
        synchronized (this) {
            registration = registrations.remove(id);
        }
        if (registration != null) {
            registration.stop();
        }
        return registration != null;
    }

    private synchronized List<Registration> copy() {
        return new ArrayList<>(registrations.values());
    }

    /** Before the fan-out says farewell: who pauses ends now, who is posting gets the time of the farewell. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void finish() {
        synchronized (this) {
            closing = true;
        }
        copy().forEach(Registration::finish);
    }

    @Override
    public void destroy() {
        copy().forEach(Registration::stop);
    }
}
