package dev.pushlab.strategy.websocket;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.STREAM;
import static dev.pushlab.strategy.Strategy.Trait.TWO_WAY;

import dev.pushlab.strategy.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the strategy. */
@Configuration(proxyBeanMethods = false)
class WebSocketStrategy {

    @Bean
    Strategy websocket() {
        return new Strategy("websocket", 60, BROWSER, STREAM, TWO_WAY);
    }
}
