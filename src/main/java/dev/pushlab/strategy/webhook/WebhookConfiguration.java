package dev.pushlab.strategy.webhook;

import dev.pushlab.strategy.Strategy;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the strategy, whose clients are servers. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    Strategy webhook() {
        return new Strategy("webhook", 70, "/api/webhooks", Set.of());
    }

    @Bean
    HostLookup hostLookup() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
