package dev.pushlab.strategy;

import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Position;
import dev.pushlab.log.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Where a strategy takes part in the fan-out: a pump a topic, and the beat that all connections share. */
@Component
public class Pumps implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(Pumps.class);

    /** How late what is due at a time may be, at the most. */
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long clients have, at the end, to take what is on its way to them. */
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EventLogs logs;
    private final PushProperties properties;
    private final int parallelism = Runtime.getRuntime().availableProcessors();
    private final Map<String, Pump> pumps = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final ExecutorService helpers = Executors.newFixedThreadPool(parallelism, Threads.factory("pump-helper"));
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(Threads.factory("pump-beat"));
    private volatile boolean closing;

    Pumps(EventLogs logs, PushProperties properties) {
        this.logs = logs;
        this.properties = properties;
        beat.scheduleWithFixedDelay(this::tick, BEAT_NANOS, BEAT_NANOS, TimeUnit.NANOSECONDS);
    }

    /**
     * A connection that feeds a sink; it begins with {@link Connection#start()}.
     *
     * @param topic {@code null} for the default topic
     * @param after where to start, as {@link EventLog#start} understands it
     * @throws RefusedException if the topic or the position is malformed, or a limit is reached
     */
    public Connection open(Strategy strategy, String topic, String after, Sink sink) {
        EventLog log = logs.topic(topic);
        return open(strategy, log, log.start(after), isPosition(after), sink);
    }

    /**
     * A connection that goes on from a known position; throws as the other method does.
     *
     * @param resuming whether the client brought the position with it
     */
    public Connection open(Strategy strategy, EventLog log, Position start, boolean resuming, Sink sink) {
        return new Connection(this, pump(log), admit(strategy, resuming), start, sink);
    }

    private static boolean isPosition(String after) {
        return after != null && after.indexOf(':') > 0;
    }

    /** Waits for the batch after a position, which the waiter's answer gets; throws as {@link #open} does. */
    public Waiter await(Strategy strategy, EventLog log, Position after, Pull pull, Waiter.Answer answer) {
        Tally tally = admit(strategy, true);
        Pump pump = pump(log);
        var waiter = new Waiter(pump, tally, after, pull, answer);
        pump.join(waiter);
        try {
            waiter.wake();
        } catch (RuntimeException e) {
            waiter.leave();
            throw e;
        }
        if (closing) {
            waiter.close("shutdown");
        }
        return waiter;
    }

    private Tally admit(Strategy strategy, boolean resuming) {
        if (held.get() >= properties.connections()) {
            throw RefusedException.limit(
                    "too-many-connections",
                    "The server holds " + properties.connections()
                            + " connections, which is its limit. Try again later.");
        }
        Tally tally = tally(strategy);
        tally.opened(resuming);
        return tally;
    }

    private Pump pump(EventLog log) {
        return pumps.compute(
                log.topic(),
                (topic, pump) -> pump != null && pump.log() == log ? pump : new Pump(log, helpers, parallelism));
    }

    /** What is counted for a strategy. */
    public Tally tally(Strategy strategy) {
        return tallies.computeIfAbsent(strategy.id(), id -> new Tally(held));
    }

    /** How many events the slowest connection of a strategy is behind. */
    public long lag(Strategy strategy) {
        Tally tally = tally(strategy);
        long lag = 0;
        for (Pump pump : pumps.values()) {
            for (Reader reader : pump.readers()) {
                lag = reader.tally() == tally ? Math.max(lag, reader.lag()) : lag;
            }
        }
        return lag;
    }

    /** Cuts every connection and every waiting request, as a failing network would. */
    public void abortAll() {
        forEachReader(Reader::abort);
    }

    /** A {@code closing} message whose delay is spread, so that not everybody comes back at once. */
    public Message closing(String reason) {
        return Message.closing(reason, reconnectDelayMs());
    }

    /** The {@code closing} message of a stream that is refused for a reason that may pass. */
    public Message closing(RefusedException refusal) {
        return closing(refusal.status() == HttpStatus.TOO_MANY_REQUESTS.value() ? "limit" : "unavailable");
    }

    /** What a request is told that the server can't hold any longer. */
    public RefusedException ending() {
        return RefusedException.unavailable(
                "closing",
                Duration.ofMillis(reconnectDelayMs()),
                "The server ends. Go on from the same position later.");
    }

    /** A delay before a reconnect, in milliseconds, evenly spread between the configured bounds. */
    public long reconnectDelayMs() {
        long min = properties.reconnectMin().toMillis();
        long max = properties.reconnectMax().toMillis();
        return min >= max ? min : ThreadLocalRandom.current().nextLong(min, max + 1);
    }

    Message ready(Position cursor) {
        return Message.ready(cursor, properties.heartbeat().toMillis(), reconnectDelayMs());
    }

    long heartbeatNanos() {
        return properties.heartbeat().toNanos();
    }

    long tooSlowNanos() {
        return properties.tooSlow().toNanos();
    }

    boolean isClosing() {
        return closing;
    }

    private void tick() {
        try {
            long now = System.nanoTime();
            forEachReader(reader -> reader.tick(now));
            pumps.values().removeIf(pump -> pump.readers().isEmpty() && !logs.holds(pump.log()));
        } catch (RuntimeException e) {
            logger.error("A beat failed", e);
        }
    }

    private void forEachReader(Consumer<Reader> action) {
        pumps.values().forEach(pump -> pump.readers().forEach(action));
    }

    /** Says farewell to everybody before the web server begins to stop. */
    @EventListener
    void onContextClosed(ContextClosedEvent event) {
        if (closing) {
            return;
        }
        closing = true;
        forEachReader(reader -> reader.close("shutdown"));
        long deadline = System.nanoTime() + FAREWELL_NANOS;
        while (pumps.values().stream().anyMatch(pump -> !pump.readers().isEmpty()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        abortAll();
    }

    @Override
    public void destroy() {
        beat.shutdownNow();
        pumps.values().forEach(Pump::stop);
        helpers.shutdownNow();
    }
}
