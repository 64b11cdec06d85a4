package dev.pushlab.meter;

import dev.pushlab.log.EventClock;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the time that due times are told by, so that a client can measure how its own clock differs. */
@RestController
class ClockController {

    private final EventClock clock;

    ClockController(EventClock clock) {
        this.clock = clock;
    }

    /** The time, in microseconds since the Unix epoch. */
    record Time(long now) {}

    @GetMapping("/api/clock")
    ResponseEntity<Time> now() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Time(clock.micros()));
    }
}
