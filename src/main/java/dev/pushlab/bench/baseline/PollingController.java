package dev.pushlab.bench.baseline;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Polling: every request gets what is new, as objects. */
@RestController
class PollingController {

    private final EventService events;

    PollingController(EventService events) {
        this.events = events;
    }

    @GetMapping("/api/polling")
    ResponseEntity<Batch> poll(@RequestParam(defaultValue = "latest") String after) {
        var batch = events.after(events.offset(after));
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "</api/polling?after=" + batch.next() + ">; rel=\"next\"")
                .body(batch);
    }
}
