package dev.pushlab.meter.tap;

import dev.pushlab.log.EventClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the tap adds to one flush, in nanoseconds: the same loop over a socket that takes everything, with and without it.
 * Run by
 *
 * <pre>./mvnw spring-boot:test-run -Dspring-boot.run.main-class=dev.pushlab.meter.tap.TapBenchmark</pre>
 */
final class TapBenchmark {

    private static final int FLUSHES = 20_000_000;
    private static final int ROUNDS = 9;

    private final ByteBuffer head = ByteBuffer.allocateDirect(200);
    private final ByteBuffer body = ByteBuffer.allocateDirect(300);
    private final ByteBuffer[] buffers = {head, body};

    private TapBenchmark() {}

    public static void main(String[] args) throws IOException {
        var clock = new EventClock();
        var pages = new Pages(clock);
        var page = pages.get(pages.open());
        var taps = new Taps(List.of(), pages, clock);

        var plain = taps.create();
        plain.begin(Share.of(new Traffic()));
        report("counted", plain);

        var recorded = taps.create();
        recorded.filled(ByteBuffer.allocate(100), 100);
        recorded.begin(new Share(new Traffic(), page.traffic("sse"), page, "sse"));
        report("counted, of a page that nobody watches, its beginning kept", recorded);
    }

    private static void report(String what, Tap tap) throws IOException {
        var benchmark = new TapBenchmark();
        var cost = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double without = benchmark.nanosOfFlush(null);
            cost[round] = benchmark.nanosOfFlush(tap) - without;
        }
        // The first rounds are the compiler's.
        double[] warm = Arrays.copyOfRange(cost, 2, ROUNDS);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f ns a flush (%.1f to %.1f)%n",
                what,
                warm[warm.length / 2],
                warm[0],
                warm[warm.length - 1]);
    }

    private double nanosOfFlush(Tap tap) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < FLUSHES; i++) {
            head.clear();
            body.clear();
            if (tap == null) {
                take(buffers);
            } else {
                tap.flush(this::take, buffers);
            }
        }
        return (double) (System.nanoTime() - start) / FLUSHES;
    }

    private boolean take(ByteBuffer... taken) {
        head.position(head.limit());
        body.position(body.limit());
        return true;
    }
}
