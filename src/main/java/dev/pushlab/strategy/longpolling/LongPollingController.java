package dev.pushlab.strategy.longpolling;

import dev.pushlab.log.Batch;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Position;
import dev.pushlab.strategy.Pull;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Tally;
import dev.pushlab.strategy.Waiter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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

    /** Answers at once with a {@code ResponseEntity}, or later with a {@code DeferredResult}. */
    @GetMapping(path = "/api/long-polling")
    Object poll(
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = Pull.DEFAULT_LIMIT) String limit,
            @RequestParam(defaultValue = Pull.DEFAULT_WAIT) String wait,
            HttpServletRequest request) {
        Pull pull = Pull.of(topic, limit, wait);
        EventLog log = logs.topic(topic);
        Position start = log.start(after);
        var answers = new Answers(longPolling, pull, request.getContextPath());
        Batch batch = log.read(start, pull.limit());
        if (!batch.isEmpty()) {
            tally.delivered(batch);
            return answers.batch(batch.next(), Pull.body(batch));
        }
        if (pull.patience().isZero()) {
            return answers.nothing(start);
        }
        var held = new HeldRequest(answers, start, pull.patience(), request, pumps);
        Waiter waiter = pumps.await(longPolling, log, start, pull, held);
        held.onEnd(waiter::leave);
        return held.result();
    }
}
