package dev.pushlab.log;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the logs.
 *
 * @param events the most events a topic holds
 * @param bytes the most memory a topic's events take
 * @param totalBytes the most memory all topics' events take together; the largest topic gives way
 * @param topics the most topics there are at once
 * @param forgetAfter how long a topic without readers and events is kept
 */
@Validated
@ConfigurationProperties("pushlab.log")
public record LogProperties(
        @DefaultValue("65536") @Min(1) @Max(1 << 24) int events,
        @DefaultValue("128MB") DataSize bytes,
        @DefaultValue("256MB") DataSize totalBytes,
        @DefaultValue("1000") @Min(1) int topics,
        @DefaultValue("1h") Duration forgetAfter) {}
