package dev.pushlab.bench.baseline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.annotation.DurationFormat.Style;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Long polling: a map of deferred results, each set when there is an event. */
@RestController
class LongPollingController {

    private final EventService events;

    /** Who waits, and from which offset on. */
    private final Map<DeferredResult<ResponseEntity<Batch>>, Integer> waiting = new ConcurrentHashMap<>();

    LongPollingController(EventService events) {
        this.events = events;
    }

    @GetMapping("/api/long-polling")
    DeferredResult<ResponseEntity<Batch>> poll(
            @RequestParam(defaultValue = "latest") String after,
            @RequestParam(defaultValue = "25s") @DurationFormat(style = Style.SIMPLE) Duration wait) {
        int offset = events.offset(after);
        var result = new DeferredResult<ResponseEntity<Batch>>(wait.toMillis(), () -> nothing(offset));
        waiting.put(result, offset);
        result.onCompletion(() -> waiting.remove(result));
        // Many tutorials leave this out, and lose what is published between two requests of a client.
        answerIfNewer(result, offset);
        if (wait.isZero()) {
            result.setResult(nothing(offset));
        }
        return result;
    }

    @EventListener(Event.class)
    void published() {
        waiting.forEach(this::answerIfNewer);
    }

    private void answerIfNewer(DeferredResult<ResponseEntity<Batch>> result, int offset) {
        var batch = events.after(offset);
        if (!batch.events().isEmpty()) {
            result.setResult(answer(HttpStatus.OK, batch.next()).body(batch));
        }
    }

    private ResponseEntity<Batch> nothing(int offset) {
        return answer(HttpStatus.NO_CONTENT, events.position(offset)).build();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String next) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.LINK, "</api/long-polling?after=" + next + ">; rel=\"next\"");
    }
}
