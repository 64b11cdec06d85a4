package dev.pushlab.strategy.polling;

import dev.pushlab.log.Batch;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.strategy.Pull;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Polling: the client asks again and again; an entity tag (RFC 9110, section 8.8.3) spares the empty answers. */
@RestController
class PollingController {

    private final Strategy polling;
    private final EventLogs logs;
    private final Tally tally;

    PollingController(Strategy polling, EventLogs logs, Pumps pumps) {
        this.polling = polling;
        this.logs = logs;
        this.tally = pumps.tally(polling);
    }

    /** Writes its answer itself: the ways round by which the framework would do so cost more than the rest. */
    @GetMapping(path = "/api/polling")
    void poll(
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = Pull.DEFAULT_LIMIT) String limit,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String ifNoneMatch,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var pull = Pull.of(topic, limit);
        EventLog log = logs.topic(topic);
        Batch batch = log.read(log.start(after), pull.limit());
        String tag = "\"" + batch.next() + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.LINK, pull.link(polling, request.getContextPath(), batch.next()));
        if (batch.isEmpty() && ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            // At once: otherwise the container adds a Content-Length of 0, which would speak of the 200's body.
            response.flushBuffer();
        } else {
            tally.delivered(batch);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(Pull.body(batch));
        }
    }
}
