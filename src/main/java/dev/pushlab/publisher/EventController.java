package dev.pushlab.publisher;

import dev.pushlab.log.Event;
import dev.pushlab.log.EventClock;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishing by request. */
@RestController
class EventController {

    private final EventLogs logs;
    private final EventClock clock;

    EventController(EventLogs logs, EventClock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    @PostMapping(path = "/api/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> publish(@RequestParam(required = false) String topic, @RequestBody byte[] body) {
        long dueAt = clock.micros();
        var publication = Publication.parse(body);
        Event event = logs.topic(topic).append(publication, dueAt);
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(event.json().getBytes(StandardCharsets.UTF_8));
    }
}
