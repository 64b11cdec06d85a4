package dev.pushlab.strategy.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Signs what one webhook delivers (Standard Webhooks 1.0.0, symmetric signatures). */
final class Signer {

    /** The specification asks for 24 to 64. */
    private static final int SECRET_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Webhook webhook;

    /** @param secret {@code whsec_} and the key in Base64 */
    Signer(String secret) {
        try {
            webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String newSecret() {
        byte[] key = new byte[SECRET_BYTES];
        RANDOM.nextBytes(key);
        return Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * The header fields that prove where a message comes from.
     *
     * @param id the same in every attempt to deliver the message
     * @param now the time of this attempt
     */
    Map<String, String> headers(String id, Instant now, String body) {
        long seconds = now.getEpochSecond();
        try {
            return Map.of(
                    Webhook.UNBRANDED_MSG_ID_KEY, id,
                    Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds),
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY, webhook.sign(id, seconds, body));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
