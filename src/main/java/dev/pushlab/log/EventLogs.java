package dev.pushlab.log;

import java.security.SecureRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The logs by topic; a topic begins with its first use. */
@Component
public class EventLogs {

    public static final String DEFAULT_TOPIC = "events";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private final LogProperties properties;
    private final Budget budget;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<String, InMemoryEventLog> logs = new ConcurrentHashMap<>();

    EventLogs(LogProperties properties) {
        this.properties = properties;
        this.budget = new Budget(properties.totalBytes().toBytes(), logs::values);
    }

    /**
     * The log of a topic.
     *
     * @param name {@code null} for the default topic
     * @throws RefusedException if the name is malformed, or one more topic is too many
     */
    public EventLog topic(String name) {
        String topic = name == null ? DEFAULT_TOPIC : name;
        InMemoryEventLog log = logs.get(topic);
        return log != null ? log : begin(topic);
    }

    /** Whether a log is still its topic's, not forgotten. */
    public boolean holds(EventLog log) {
        return logs.get(log.topic()) == log;
    }

    private synchronized EventLog begin(String topic) {
        if (!NAME.matcher(topic).matches()) {
            throw RefusedException.invalid(
                    "invalid-topic", RefusedException.quote(topic) + " is no topic. Use 1 to 64 of a-z, 0-9 and '-'.");
        }
        // The default topic is never refused: the application itself publishes there.
        if (logs.size() >= properties.topics() && !topic.equals(DEFAULT_TOPIC)) {
            throw RefusedException.limit(
                    "too-many-topics",
                    "There are " + properties.topics()
                            + " topics already. Use one of them, or wait until one is forgotten.");
        }
        return logs.computeIfAbsent(topic, this::newLog);
    }

    private InMemoryEventLog newLog(String topic) {
        return new InMemoryEventLog(
                topic, newEpoch(), properties.events(), properties.bytes().toBytes(), budget);
    }

    private String newEpoch() {
        return Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX);
    }

    /** Forgets the topics that nobody has used for long. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void forgetIdle() {
        long limit = properties.forgetAfter().toNanos();
        for (String topic : logs.keySet()) {
            logs.computeIfPresent(topic, (name, log) -> {
                if (log.idleNanos() < limit) {
                    return log;
                }
                log.release();
                return null;
            });
        }
    }
}
