package dev.pushlab.meter.tap;

import dev.pushlab.log.EventClock;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a page the bytes of its own connections, as they went through the server's sockets. */
@RestController
class WireController {

    private final Pages pages;
    private final EventClock clock;

    WireController(Pages pages, EventClock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** The recordings of each strategy, oldest first. */
    record Wire(Map<String, List<Recording.View>> strategies) {}

    @GetMapping("/api/wire")
    ResponseEntity<Wire> wire(@RequestParam String page) {
        Page asking = pages.get(page);
        asking.watch(clock.micros());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Wire(asking.recordings()));
    }
}
