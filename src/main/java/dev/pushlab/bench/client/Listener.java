package dev.pushlab.bench.client;

import dev.pushlab.log.Gap;
import io.netty.buffer.ByteBuf;
import java.time.Duration;

/**
 * Is told what arrives on a subscription.
 *
 * <p>All calls come from one thread, the subscription's event loop: a listener that takes its time delays everybody on
 * that loop.
 */
public interface Listener {

    /**
     * The subscription stands: {@code ready} has arrived, or with polling and long polling the first answer. Nothing
     * else is told before, except a refusal, {@code closing} and the end.
     *
     * @param next the position before the first delivery, {@code epoch:offset}
     * @param heartbeatMs how often the server promises a sign of life; 0 where the strategy has none
     */
    default void opened(String next, long heartbeatMs) {}

    /**
     * One event.
     *
     * @param epoch the life of the log; the same String object as long as it doesn't change
     * @param dueAt microseconds since the Unix epoch
     * @param json the whole event; valid during the call only
     */
    void event(String epoch, long offset, long dueAt, ByteBuf json);

    /** The server says that events are gone; delivery goes on from {@link Gap#resumesAt()}. */
    default void gap(Gap gap) {}

    /**
     * Any other control message.
     *
     * @param name {@code heartbeat}, {@code closing}, {@code accepted}, {@code rejected}, or whatever else the server
     *     calls it; {@code retry} for SSE's field of this name
     * @param json the whole message; for {@code retry} the number of milliseconds
     */
    default void control(String name, String json) {}

    /**
     * The server has answered with an error instead of events; {@link #closed} follows.
     *
     * @param status the HTTP status; with STOMP the problem's, 0 if it has none
     * @param problem the answer's body, as a rule {@code application/problem+json}
     * @param retryAfter from {@code Retry-After}, {@code null} without
     */
    default void refused(int status, String problem, Duration retryAfter) {}

    /**
     * The subscription has ended, whoever wanted it; told exactly once, and last.
     *
     * @param code WebSocket's or SockJS's close code, 0 where there is none
     * @param reason the reason that the server gave in {@code closing} or in its close frame, otherwise a few words
     * @param cause what broke, {@code null} for an orderly end
     */
    default void closed(int code, String reason, Throwable cause) {}
}
