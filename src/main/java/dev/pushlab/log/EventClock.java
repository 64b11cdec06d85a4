package dev.pushlab.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The clock that due times are told by: never set back, and the same for all who publish. */
@Component
public class EventClock {

    private final long startMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final long startNanos = System.nanoTime();

    /** Microseconds since the Unix epoch. */
    public long micros() {
        return startMicros + (System.nanoTime() - startNanos) / 1_000;
    }
}
