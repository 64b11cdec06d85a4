package dev.pushlab.strategy.longpolling;

import dev.pushlab.log.Batch;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Position;
import dev.pushlab.strategy.Pull;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Long polling: the server holds the request until there is something to answer. */
@RestController
class LongPollingController {

    private final Strategy longPolling;
    private final EventLogs logs;
    private final Pumps pumps;
    private final Tally tally;

    LongPollingController(Strategy longPolling, EventLogs logs, Pumps pumps) {
        this.longPolling = longPolling;
        this.logs = logs;
        this.pumps = pumps;
        this.tally = pumps.tally(longPolling);
    }

    /** Answers at once and returns {@code null}, or later. */
    @GetMapping(path = "/api/long-polling")
    DeferredResult<Object> poll(
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = Pull.DEFAULT_LIMIT) String limit,
            @RequestParam(defaultValue = Pull.DEFAULT_WAIT) String wait,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Pull pull = Pull.of(topic, limit, wait);
        EventLog log = logs.topic(topic);
        Position start = log.start(after);
        var answers = new Answers(longPolling, pull, request.getContextPath());
        Batch batch = log.read(start, pull.limit());
        if (!batch.isEmpty()) {
            tally.delivered(batch);
            answers.batch(response, batch.next(), Pull.body(batch));
            return null;
        }
        if (pull.patience().isZero()) {
            answers.nothing(response, start);
            return null;
        }
        return new HeldRequest(
                answers, start, answer -> pumps.await(longPolling, log, start, pull, answer), pumps::ending);
    }
}
