package dev.pushlab.strategy.longpolling;

import dev.pushlab.log.Batch;
import dev.pushlab.log.Position;
import dev.pushlab.strategy.Delivery;
import dev.pushlab.strategy.Pumps;
import dev.pushlab.strategy.Sockets;
import dev.pushlab.strategy.Waiter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/** A request that waits without a thread. */
final class HeldRequest implements Waiter.Answer {

    /** The waiter ends the wait; the container would do it in the midst of an answer. */
    private static final Duration SAFETY_NET = Duration.ofSeconds(10);

    private final Answers answers;
    private final Position start;
    private final Pumps pumps;
    private final Runnable cut;
    private final DeferredResult<ResponseEntity<byte[]>> result;

    HeldRequest(Answers answers, Position start, Duration patience, HttpServletRequest request, Pumps pumps) {
        this.answers = answers;
        this.start = start;
        this.pumps = pumps;
        this.cut = Sockets.cut(request);
        this.result = new DeferredResult<>(patience.plus(SAFETY_NET).toMillis(), () -> answers.nothing(start));
    }

    DeferredResult<ResponseEntity<byte[]>> result() {
        return result;
    }

    /** Runs the task when the request is over, however it ends. */
    void onEnd(Runnable task) {
        result.onCompletion(task);
    }

    @Override
    public void batch(Delivery delivery) {
        Batch batch = delivery.batch();
        result.setResult(answers.batch(batch.next(), delivery.body()));
    }

    @Override
    public void nothing() {
        result.setResult(answers.nothing(start));
    }

    @Override
    public void closing() {
        result.setErrorResult(pumps.ending());
    }

    @Override
    public void abort() {
        cut.run();
        result.setResult(answers.nothing(start));
    }
}
