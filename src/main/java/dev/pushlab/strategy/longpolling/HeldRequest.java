package dev.pushlab.strategy.longpolling;

import dev.pushlab.log.Position;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Delivery;
import dev.pushlab.strategy.Sockets;
import dev.pushlab.strategy.Waiter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * A request that waits without a thread.
 *
 * <p>It is answered on the thread that has the answer: the usual way, setting the result, would send the request through
 * filters and framework a second time, which costs as much as the first.
 */
final class HeldRequest extends DeferredResult<Object> implements Waiter.Answer {

    /** The waiter ends the wait; the container would do it in the midst of an answer. */
    private static final Duration SAFETY_NET = Duration.ofSeconds(10);

    private final Answers answers;
    private final Position start;
    private final Function<Waiter.Answer, Waiter> await;
    private final Supplier<RefusedException> ending;
    private AsyncContext exchange;

    /**
     * Nothing happens before {@link #begin}.
     *
     * @param await begins the wait
     * @param ending what to say when the server ends
     */
    HeldRequest(
            Answers answers, Position start, Function<Waiter.Answer, Waiter> await, Supplier<RefusedException> ending) {
        super(answers.pull().patience().plus(SAFETY_NET).toMillis());
        this.answers = answers;
        this.start = start;
        this.await = await;
        this.ending = ending;
    }

    /** The wait begins: from now on the request can be answered from anywhere. */
    void begin(AsyncContext asynchronous) {
        exchange = asynchronous;
        Waiter waiter = await.apply(this);
        onCompletion(waiter::leave);
    }

    @Override
    public void batch(Delivery delivery) {
        try {
            answers.batch(response(), delivery.batch().next(), delivery.body());
        } catch (IOException e) {
            // The client is gone, which the container finds out, too.
        }
        exchange.complete();
    }

    @Override
    public void nothing() {
        answers.nothing(response(), start);
        exchange.complete();
    }

    @Override
    public void closing() {
        setErrorResult(ending.get());
    }

    @Override
    public void abort() {
        Sockets.cut((HttpServletRequest) exchange.getRequest()).run();
        exchange.complete();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) exchange.getResponse();
    }
}
