package dev.pushlab.strategy.ndjson;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** HTTP streaming: one response that does not end, a line of JSON a message. */
@RestController
class NdjsonController {

    private static final long NO_TIMEOUT = 0;

    private final Format format;
    private final Pumps pumps;

    NdjsonController(Strategy ndjson, Pumps pumps) {
        this.format = new Format(ndjson, new NdjsonEncoding());
        this.pumps = pumps;
    }

    @GetMapping(path = "/api/ndjson")
    ResponseEntity<ResponseBodyEmitter> stream(
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var emitter = new ResponseBodyEmitter(NO_TIMEOUT);
        EmitterSink.stream(pumps, format, topic, after, emitter, request, response);
        return head().body(emitter);
    }

    @RequestMapping(path = "/api/ndjson", method = RequestMethod.HEAD)
    ResponseEntity<Void> probe() {
        return head().build();
    }

    private static ResponseEntity.BodyBuilder head() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no");
    }
}
