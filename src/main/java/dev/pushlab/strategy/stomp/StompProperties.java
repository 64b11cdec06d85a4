package dev.pushlab.strategy.stomp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is particular to STOMP.
 *
 * @param heartbeat what the server offers and asks for as heart-beats of the session (STOMP 1.2, "Heart-beating")
 */
@ConfigurationProperties("pushlab.stomp")
record StompProperties(@DefaultValue("10s") Duration heartbeat) {

    /** The value of the broker's {@code heart-beat} header, in milliseconds. */
    long[] both() {
        return new long[] {heartbeat.toMillis(), heartbeat.toMillis()};
    }
}
