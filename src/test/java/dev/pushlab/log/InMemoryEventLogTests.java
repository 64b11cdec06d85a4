package dev.pushlab.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InMemoryEventLogTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static InMemoryEventLog log(int maxEvents, long maxBytes) {
        return new InMemoryEventLog("events", "e1", maxEvents, maxBytes, new Budget(Long.MAX_VALUE, List::of));
    }

    private static InMemoryEventLog log(int maxEvents) {
        return log(maxEvents, Long.MAX_VALUE);
    }

    private static Event append(EventLog log, int number) {
        return log.append(new Publication("test", Integer.toString(number)), number);
    }

    private static void fill(EventLog log, int count) {
        for (int i = 0; i < count; i++) {
            append(log, i);
        }
    }

    private static List<Long> offsets(Batch batch) {
        return batch.events().stream().map(event -> event.id().offset()).toList();
    }

    @Test
    void offsetsAreDenseAndBeginAtOne() {
        var log = log(1_000);
        fill(log, 300);
        Batch batch = log.read(new Position("e1", 0), 1_000);
        assertThat(offsets(batch))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(batch.next()).isEqualTo(new Position("e1", 300));
        assertThat(batch.gap()).isNull();
    }

    @Test
    void aBatchEndsAtItsLimit() {
        var log = log(1_000);
        fill(log, 300);
        Batch batch = log.read(new Position("e1", 10), 5);
        assertThat(offsets(batch)).containsExactly(11L, 12L, 13L, 14L, 15L);
        assertThat(batch.next()).isEqualTo(new Position("e1", 15));
    }

    @Test
    void aBatchOfLargeEventsEndsEarly() {
        var log = log(1_000);
        String large = '"' + "x".repeat(EventLog.BATCH_CHARS / 2) + '"';
        for (int i = 0; i < 10; i++) {
            log.append(new Publication("test", large), i);
        }
        assertThat(log.read(log.beginning(), 100).events()).hasSize(2);
    }

    @Test
    void theOldestGiveWayToTheNewest() {
        var log = log(10);
        fill(log, 25);
        Batch batch = log.read(new Position("e1", 4), 100);
        assertThat(batch.gap())
                .isEqualTo(new Gap(new Position("e1", 4), new Position("e1", 16), 11L, Gap.Reason.EXPIRED));
        assertThat(offsets(batch)).startsWith(16L).endsWith(25L).hasSize(10);
        assertThat(log.beginning()).isEqualTo(new Position("e1", 15));
    }

    @Test
    void memoryIsBoundedToo() {
        var log = log(1_000, 5_000);
        for (int i = 0; i < 100; i++) {
            log.append(new Publication("test", '"' + "x".repeat(498) + '"'), i);
        }
        assertThat(log.bytes()).isBetween(1L, 5_000L);
        assertThat(log.read(log.beginning(), 100).events()).hasSizeBetween(1, 9);
    }

    @Test
    void anEventLargerThanTheBoundIsHeldAlone() {
        var log = log(1_000, 100);
        fill(log, 3);
        assertThat(offsets(log.read(log.beginning(), 10))).containsExactly(3L);
    }

    @Test
    void aPositionOfAnotherLifeIsAGapOfUnknownSize() {
        var log = log(10);
        fill(log, 3);
        var requested = new Position("e0", 2);
        Batch batch = log.read(requested, 10);
        assertThat(batch.gap()).isEqualTo(new Gap(requested, new Position("e1", 1), null, Gap.Reason.RESTARTED));
        assertThat(batch.events()).hasSize(3);
    }

    @Test
    void aGapOnAnEmptyLogResumesAtTheFirstEvent() {
        var log = log(10);
        Batch batch = log.read(new Position("e0", 2), 10);
        assertThat(batch.gap().resumesAt()).isEqualTo(new Position("e1", 1));
        assertThat(batch.next()).isEqualTo(new Position("e1", 0));
        assertThat(batch.isEmpty()).isFalse();
    }

    @Test
    void appendsFromManyThreadsLeaveNoHoles() throws Exception {
        var log = log(1 << 17);
        List<Future<List<Long>>> writers = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            writers.add(threads.submit(() -> {
                var mine = new ArrayList<Long>();
                for (int i = 0; i < 5_000; i++) {
                    mine.add(append(log, i).id().offset());
                }
                return mine;
            }));
        }
        var all = new ArrayList<Long>();
        for (Future<List<Long>> writer : writers) {
            assertThat(writer.get()).isSorted();
            all.addAll(writer.get());
        }
        assertThat(all).hasSize(40_000).doesNotHaveDuplicates();
        assertThat(log.head().offset()).isEqualTo(40_000);
    }

    @Test
    void readersSeeEveryEventOnceOrAreToldOfTheGap() throws Exception {
        var log = log(512);
        int total = 200_000;
        List<Future<Long>> readers = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            readers.add(threads.submit(follow(log, total)));
        }
        for (int w = 0; w < 2; w++) {
            threads.submit(() -> fill(log, total / 2));
        }
        for (Future<Long> reader : readers) {
            assertThat(reader.get()).isEqualTo(total);
        }
    }

    /** Reads to the end and returns events seen plus events told missing. */
    private static Callable<Long> follow(EventLog log, long last) {
        return () -> {
            long accounted = 0;
            Position cursor = new Position("e1", 0);
            while (cursor.offset() < last) {
                Batch batch = log.await(cursor, 100, LONG);
                long expected = cursor.offset() + 1;
                if (batch.gap() != null) {
                    assertThat(batch.gap().requested()).isEqualTo(cursor);
                    accounted += batch.gap().missed();
                    expected = batch.gap().resumesAt().offset();
                }
                for (Event event : batch.events()) {
                    // After a gap the oldest may have been dropped meanwhile; the next read tells of that.
                    assertThat(event.id().offset()).isEqualTo(expected++);
                }
                accounted += batch.events().size();
                cursor = batch.next();
            }
            return accounted;
        };
    }

    @Test
    void noWakeUpIsLostBetweenAnEmptyReadAndTheWait() throws Exception {
        var log = log(64);
        int rounds = 20_000;
        Future<?> reader = threads.submit(() -> {
            Position cursor = new Position("e1", 0);
            for (int i = 0; i < rounds; ) {
                Batch batch = log.await(cursor, 10, LONG);
                assertThat(batch.isEmpty()).isFalse();
                cursor = batch.next();
                i = (int) cursor.offset();
            }
            return null;
        });
        for (int i = 0; i < rounds; i++) {
            append(log, i);
            while (i % 100 == 99 && log.head().offset() < i) {
                Thread.onSpinWait();
            }
        }
        reader.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void waitingEndsEmptyAfterTheTimeout() throws Exception {
        var log = log(64);
        fill(log, 3);
        Batch batch = log.await(log.head(), 10, Duration.ofMillis(20));
        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.next()).isEqualTo(log.head());
    }

    @Test
    void aWaitingReaderDoesNotHoldUpThePublisher() throws Exception {
        var log = log(64);
        var answered = new AtomicBoolean();
        Position start = log.head();
        Future<?> reader = threads.submit(() -> {
            log.await(start, 10, LONG);
            answered.set(true);
            return null;
        });
        append(log, 1);
        reader.get(10, TimeUnit.SECONDS);
        assertThat(answered).isTrue();
    }
}
