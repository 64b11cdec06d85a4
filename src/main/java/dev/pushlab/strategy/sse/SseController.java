package dev.pushlab.strategy.sse;

import dev.pushlab.strategy.EmitterSink;
import dev.pushlab.strategy.EmitterSink.Format;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events: one response that does not end (WHATWG HTML, section 9.2). */
@RestController
class SseController {

    private static final long NO_TIMEOUT = 0;

    private final Format format;
    private final Pumps pumps;

    SseController(Strategy sse, Pumps pumps) {
        this.format = new Format(sse, new SseEncoding());
        this.pumps = pumps;
    }

    @GetMapping(path = "/api/sse")
    ResponseEntity<SseEmitter> stream(
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String after,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // A reconnecting browser repeats the URL that it began with; its header is newer.
        String start = lastEventId == null || lastEventId.isEmpty() ? after : lastEventId;
        var emitter = new SseEmitter(NO_TIMEOUT);
        EmitterSink.stream(pumps, format, topic, start, emitter, request, response);
        return head().body(emitter);
    }

    @RequestMapping(path = "/api/sse", method = RequestMethod.HEAD)
    ResponseEntity<Void> probe() {
        return head().build();
    }

    private static ResponseEntity.BodyBuilder head() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no");
    }
}
