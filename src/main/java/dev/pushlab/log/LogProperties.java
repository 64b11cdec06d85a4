package dev.pushlab.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of the logs.
 *
 * @param events the most events a topic holds
 * @param bytes the most memory a topic's events take
 * @param totalBytes the most memory all topics' events take together; the largest topic gives way
 * @param topics the most topics there are at once
 * @param forgetAfter how long a topic without readers and events is kept
 */
@ConfigurationProperties("pushlab.log")
public record LogProperties(
        @DefaultValue("65536") int events,
        @DefaultValue("128MB") DataSize bytes,
        @DefaultValue("256MB") DataSize totalBytes,
        @DefaultValue("1000") int topics,
        @DefaultValue("1h") Duration forgetAfter) {

    public LogProperties {
        if (events < 1 || events > 1 << 24 || topics < 1) {
            throw new IllegalArgumentException(
                    "pushlab.log.events must be 1 to 16777216, pushlab.log.topics 1 or more");
        }
    }
}
