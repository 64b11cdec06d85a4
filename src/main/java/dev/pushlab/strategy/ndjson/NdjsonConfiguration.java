package dev.pushlab.strategy.ndjson;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.HTTP_SLOT;
import static dev.pushlab.strategy.Strategy.Trait.HTTP_STREAM;
import static dev.pushlab.strategy.Strategy.Trait.STREAM;

import dev.pushlab.strategy.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the strategy. */
@Configuration(proxyBeanMethods = false)
class NdjsonConfiguration {

    @Bean
    Strategy ndjson() {
        return new Strategy("ndjson", 50, BROWSER, STREAM, HTTP_STREAM, HTTP_SLOT);
    }
}
