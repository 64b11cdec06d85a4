package dev.pushlab.bench.client;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads by asking again and again.
 *
 * <p>Asks at once, then at a phase of its own in every interval, so that many clients are spread evenly over it; asks
 * again without waiting as long as answers are full.
 */
final class PollingClient implements Client {

    /** An answer ends there, whatever the limit. */
    private static final int FULL_BYTES = 256 << 10;

    private static final double GOLDEN_RATIO = 0.618_033_988_749_895;
    private static final AtomicLong SUBSCRIPTIONS = new AtomicLong();

    @Override
    public String id() {
        return "polling";
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new PollingSubscription(target, after, listener).begin();
    }

    @Override
    public Duration cadence(Target target) {
        return target.pollInterval();
    }

    /** Multiples of the golden ratio fill [0, 1) evenly, however many there are. */
    static double phase(long n) {
        return n * GOLDEN_RATIO % 1;
    }

    private static final class PollingSubscription extends RequestingSubscription {

        private final long interval = Math.max(1, target.pollInterval().toNanos());
        private final long firstTick = System.nanoTime() + (long) (phase(SUBSCRIPTIONS.incrementAndGet()) * interval);
        private final String limit = Integer.toString(target.limit());
        private String etag;

        PollingSubscription(Target target, String after, Listener listener) {
            super(target, "polling", after, listener);
        }

        @Override
        void start() {
            ask();
        }

        @Override
        FullHttpRequest request(String path) {
            var request = Requests.get(target, Paths.with(path, "limit", limit), "application/json");
            if (etag != null) {
                request.headers().set(HttpHeaderNames.IF_NONE_MATCH, etag);
            }
            return request;
        }

        @Override
        void answered(Answer answer, int events) {
            etag = answer.header(HttpHeaderNames.ETAG);
            if (events >= target.limit() || answer.body().writerIndex() >= FULL_BYTES) {
                ask();
            } else {
                loop.schedule(() -> guarded(this::ask), untilNextTick(), TimeUnit.NANOSECONDS);
            }
        }

        private long untilNextTick() {
            long since = System.nanoTime() - firstTick;
            return since < 0 ? -since : interval - since % interval;
        }
    }
}
