package dev.pushlab.bench.baseline;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** SSE: a map of emitters and one loop that sends to each, on the thread that publishes. */
@RestController
class SseController {

    private final Map<String, SseEmitter> emitters = new ConcurrentHashMap<>();

    /** The position of the last event sent; a client that comes gets what follows. */
    private String last;

    SseController(EventService events) {
        last = events.position(0);
    }

    @GetMapping(path = "/api/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    synchronized SseEmitter stream() throws IOException {
        String id = UUID.randomUUID().toString();
        var emitter = new SseEmitter(0L);
        emitter.onCompletion(() -> emitters.remove(id));
        emitter.onTimeout(() -> emitters.remove(id));
        emitter.onError(error -> emitters.remove(id));
        emitter.send(SseEmitter.event().name("ready").data(new Ready(last)));
        emitters.put(id, emitter);
        return emitter;
    }

    @EventListener
    synchronized void published(Event event) {
        last = event.id();
        emitters.forEach((id, emitter) -> {
            try {
                emitter.send(SseEmitter.event().id(event.id()).data(event));
            } catch (IOException | IllegalStateException e) {
                emitters.remove(id);
            }
        });
    }
}
