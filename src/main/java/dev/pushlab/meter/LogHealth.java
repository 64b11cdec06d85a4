package dev.pushlab.meter;

import dev.pushlab.log.EventLogs;
import dev.pushlab.log.RefusedException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log can be read: without it the server is not ready. */
@Component("log")
class LogHealth implements HealthIndicator {

    private final EventLogs logs;

    LogHealth(EventLogs logs) {
        this.logs = logs;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("head", logs.topic(null).head().toString())
                    .build();
        } catch (RefusedException e) {
            return Health.down().withDetail("reason", e.getMessage()).build();
        }
    }
}
