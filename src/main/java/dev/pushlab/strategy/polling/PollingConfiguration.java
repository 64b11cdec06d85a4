package dev.pushlab.strategy.polling;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.CORE;

import dev.pushlab.strategy.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the strategy. */
@Configuration(proxyBeanMethods = false)
class PollingConfiguration {

    @Bean
    Strategy polling() {
        return new Strategy("polling", 10, CORE, BROWSER);
    }
}
