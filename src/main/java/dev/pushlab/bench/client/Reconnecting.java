package dev.pushlab.bench.client;

import dev.pushlab.log.Gap;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a client subscribed: comes back from the last position, later each time it fails, as late as the server asks.
 *
 * <p>Gives up, and only then tells {@link Listener#closed}, when it was closed itself, when the server has answered
 * with a 4xx other than 429, or when it has broken the contract. A stream that stays mute for twice the promised
 * heartbeat counts as lost.
 */
public final class Reconnecting implements Subscription {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Client client;
    private final Target target;
    private final Listener listener;
    private final EventExecutor timer = ClientRuntime.nextLoop();
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());

    private Subscription current;
    private Counters earlier = Counters.NONE;
    private boolean waiting;
    private boolean stopped;
    private boolean paused;

    private Reconnecting(Client client, Target target, Listener listener) {
        this.client = client;
        this.target = target;
        this.listener = listener;
    }

    /** As {@link Client#subscribe}; {@link Listener#opened} is told again after each reconnect. */
    public static Reconnecting subscribe(Client client, Target target, String after, Listener listener) {
        var reconnecting = new Reconnecting(client, target, listener);
        reconnecting.connect(after);
        return reconnecting;
    }

    private synchronized void connect(String after) {
        waiting = false;
        if (!stopped) {
            current = client.subscribe(target, after, new Connection());
            if (paused) {
                current.pauseReading();
            }
        }
    }

    private synchronized void lost(Connection connection, int code, String reason, Throwable cause) {
        boolean hopeless = connection.hopeless || cause instanceof ContractViolation;
        if (stopped || hopeless) {
            stopped = true;
            listener.closed(code, reason, cause);
            return;
        }
        waiting = true;
        earlier = earlier.plus(current.counters());
        String position = current.position();
        long delay = backoff.next(connection.retryAfter).toMillis();
        timer.schedule(() -> connect(position), delay, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized String position() {
        return current.position();
    }

    @Override
    public synchronized void close() {
        stop(false);
    }

    @Override
    public synchronized void abort() {
        stop(true);
    }

    private void stop(boolean rudely) {
        if (stopped) {
            return;
        }
        stopped = true;
        if (waiting) {
            timer.execute(() -> listener.closed(0, "closed by the client", null));
        } else if (rudely) {
            current.abort();
        } else {
            current.close();
        }
    }

    /** Breaks the connection without stopping: what a network does. */
    public synchronized void drop() {
        if (!waiting && !stopped) {
            current.abort();
        }
    }

    @Override
    public synchronized void publish(String json) {
        current.publish(json);
    }

    @Override
    public synchronized void pauseReading() {
        paused = true;
        current.pauseReading();
    }

    @Override
    public synchronized void resumeReading() {
        paused = false;
        current.resumeReading();
    }

    @Override
    public synchronized Counters counters() {
        return waiting ? earlier : earlier.plus(current.counters());
    }

    /** Listens to one connection and passes on everything but its end. */
    private final class Connection implements Listener {

        private Duration retryAfter;
        private boolean hopeless;
        private boolean ended;
        private volatile long lastIn;

        @Override
        public void opened(String next, long heartbeatMs) {
            backoff.reset();
            lastIn = System.nanoTime();
            if (heartbeatMs > 0) {
                timer.schedule(() -> watch(2 * heartbeatMs), 2 * heartbeatMs, TimeUnit.MILLISECONDS);
            }
            listener.opened(next, heartbeatMs);
        }

        private void watch(long longestMs) {
            synchronized (Reconnecting.this) {
                if (ended || stopped) {
                    return;
                }
                long muteMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastIn);
                if (muteMs >= longestMs && !paused) {
                    current.abort();
                } else {
                    timer.schedule(() -> watch(longestMs), Math.max(100, longestMs - muteMs), TimeUnit.MILLISECONDS);
                }
            }
        }

        @Override
        public void event(String epoch, long offset, long dueAt, ByteBuf json) {
            lastIn = System.nanoTime();
            listener.event(epoch, offset, dueAt, json);
        }

        @Override
        public void gap(Gap gap) {
            lastIn = System.nanoTime();
            listener.gap(gap);
        }

        @Override
        public void control(String name, String json) {
            lastIn = System.nanoTime();
            if ("closing".equals(name)) {
                retryAfter = Problems.retryAfter(json);
            }
            listener.control(name, json);
        }

        @Override
        public void refused(int status, String problem, Duration after) {
            retryAfter = after;
            hopeless = status / 100 == 4 && status != TOO_MANY_REQUESTS;
            listener.refused(status, problem, after);
        }

        @Override
        public void closed(int code, String reason, Throwable cause) {
            synchronized (Reconnecting.this) {
                ended = true;
                lost(this, code, reason, cause);
            }
        }
    }
}
