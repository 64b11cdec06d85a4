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
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    @GetMapping(path = "/api/polling")
    ResponseEntity<byte[]> poll(
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
        String link = pull.link(polling, request.getContextPath(), batch.next());
        if (batch.isEmpty() && ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            notModified(response, tag, link);
            return null;
        }
        tally.delivered(batch);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .header(HttpHeaders.LINK, link)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Pull.body(batch));
    }

    /** Flushed at once: otherwise the container adds a Content-Length of 0, which would speak of the 200's body. */
    private static void notModified(HttpServletResponse response, String tag, String link) throws IOException {
        response.setStatus(HttpStatus.NOT_MODIFIED.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.LINK, link);
        response.flushBuffer();
    }
}
