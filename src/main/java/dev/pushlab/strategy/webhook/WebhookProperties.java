package dev.pushlab.strategy.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered, and to whom.
 *
 * @param allowedHosts host names, addresses and ranges of addresses (CIDR) that a webhook's URL may name; see
 *     {@link AllowList}
 * @param webhooks the most webhooks at once
 * @param timeout how long a receiver may take to answer
 * @param retryMin the shortest delay before another attempt
 * @param retryMax the longest such delay that the server chooses; a receiver may ask for up to an hour
 */
@ConfigurationProperties("pushlab.webhook")
record WebhookProperties(
        @DefaultValue({"localhost", "127.0.0.0/8", "::1"}) List<String> allowedHosts,
        @DefaultValue("100") int webhooks,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("1s") Duration retryMin,
        @DefaultValue("60s") Duration retryMax) {

    WebhookProperties {
        if (webhooks < 1 || retryMin.toMillis() < 1 || retryMax.compareTo(retryMin) < 0) {
            throw new IllegalArgumentException(
                    "pushlab.webhook.webhooks must be 1 or more, retry-min 1ms to retry-max");
        }
    }
}
