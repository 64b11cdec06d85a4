package dev.pushlab.strategy.stomp;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.CORE;
import static dev.pushlab.strategy.Strategy.Trait.STREAM;
import static dev.pushlab.strategy.Strategy.Trait.TWO_WAY;

import dev.pushlab.strategy.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Describes the strategy, and keeps its time. */
@Configuration(proxyBeanMethods = false)
class StompStrategy {

    @Bean
    Strategy stomp() {
        return new Strategy("stomp", 40, CORE, BROWSER, STREAM, TWO_WAY);
    }

    @Bean
    TaskScheduler stompHeartbeats() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(2);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("stomp-heartbeat-");
        return scheduler;
    }
}
