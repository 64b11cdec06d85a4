package dev.pushlab.bench.baseline;

import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.SubscribeMapping;
import org.springframework.stereotype.Controller;

/** STOMP: every event goes to the broker, which knows who has subscribed. */
@Controller
class StompController {

    private final EventService events;
    private final SimpMessagingTemplate template;

    StompController(EventService events, SimpMessagingTemplate template) {
        this.events = events;
        this.template = template;
    }

    /** Answers the one who subscribes, past the broker. */
    @SubscribeMapping("/events")
    Ready subscribed() {
        return new Ready(events.position(events.offset("latest")));
    }

    @EventListener
    void published(Event event) {
        template.convertAndSend("/topic/events", event);
    }
}
