package dev.pushlab.strategy.sse;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.CORE;
import static dev.pushlab.strategy.Strategy.Trait.HTTP_SLOT;
import static dev.pushlab.strategy.Strategy.Trait.HTTP_STREAM;
import static dev.pushlab.strategy.Strategy.Trait.STREAM;

import dev.pushlab.strategy.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the strategy. */
@Configuration(proxyBeanMethods = false)
class SseConfiguration {

    @Bean
    Strategy sse() {
        return new Strategy("sse", 30, CORE, BROWSER, STREAM, HTTP_STREAM, HTTP_SLOT);
    }
}
