package dev.pushlab.strategy.webhook;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts what tests decide in the place of what the system does. */
@TestConfiguration(proxyBeanMethods = false)
class Fakes {

    @Bean
    @Primary
    ManualTiming manualTiming() {
        return new ManualTiming();
    }

    @Bean
    @Primary
    Names names() {
        return new Names();
    }
}
