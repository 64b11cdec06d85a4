package dev.pushlab.strategy.longpolling;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.CORE;
import static dev.pushlab.strategy.Strategy.Trait.HTTP_SLOT;

import dev.pushlab.strategy.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the strategy. */
@Configuration(proxyBeanMethods = false)
class LongPollingConfiguration {

    @Bean
    Strategy longPolling() {
        return new Strategy("long-polling", 20, CORE, BROWSER, HTTP_SLOT);
    }
}
