package dev.pushlab.strategy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are kept.
 *
 * @param heartbeat the time between two heartbeats on a connection
 * @param tooSlow how long a client may leave a write untaken before it is dropped
 * @param reconnectMin the shortest delay that a client is told to wait before it reconnects
 * @param reconnectMax the longest such delay; the delays are spread evenly in between
 * @param connections the most connections and waiting requests at once
 */
@ConfigurationProperties("pushlab.push")
public record PushProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10s") Duration tooSlow,
        @DefaultValue("1s") Duration reconnectMin,
        @DefaultValue("5s") Duration reconnectMax,
        @DefaultValue("15000") int connections) {

    public PushProperties {
        if (connections < 1 || heartbeat.toMillis() < 1 || tooSlow.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "pushlab.push.connections must be 1 or more, heartbeat and too-slow 1ms or more");
        }
    }
}
