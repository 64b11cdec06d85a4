package dev.pushlab.strategy;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How connections are kept.
 *
 * @param heartbeat the time between two heartbeats on a connection
 * @param tooSlow how long a client may leave a write untaken before it is dropped
 * @param reconnectMin the shortest delay that a client is told to wait before it reconnects
 * @param reconnectMax the longest such delay; the delays are spread evenly in between
 * @param connections the most connections and waiting requests at once
 */
@Validated
@ConfigurationProperties("pushlab.push")
public record PushProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10s") Duration tooSlow,
        @DefaultValue("1s") Duration reconnectMin,
        @DefaultValue("5s") Duration reconnectMax,
        @DefaultValue("15000") @Min(1) int connections) {}
