package dev.pushlab.bench.baseline;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishing by request. */
@RestController
class EventController {

    private final EventService events;

    EventController(EventService events) {
        this.events = events;
    }

    @PostMapping("/api/events")
    @ResponseStatus(HttpStatus.CREATED)
    Event publish(@RequestBody Publication publication) {
        String type = publication.type() == null ? "message" : publication.type();
        return events.publish(type, publication.data());
    }

    record Publication(String type, Object data) {}
}
