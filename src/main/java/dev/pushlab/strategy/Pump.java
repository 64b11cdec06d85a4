package dev.pushlab.strategy;

import dev.pushlab.log.Batch;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.Position;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop that moves batches from a topic's log to its readers; it runs while there are any. */
final class Pump implements Runnable {

    private static final Logger logger = LoggerFactory.getLogger(Pump.class);

    /** The most events of one delivery. */
    static final int LIMIT = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long STUMBLE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int REMEMBERED = 16;
    private static final Reader[] NONE = {};

    private final EventLog log;
    private final Executor helpers;
    private final int parallelism;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final AtomicReferenceArray<Recent> recent = new AtomicReferenceArray<>(REMEMBERED);
    private boolean running;
    private volatile Thread thread;
    private Position seen;

    /** A delivery, and the position that it follows. */
    private record Recent(Position after, Delivery delivery) {}

    Pump(EventLog log, Executor helpers, int parallelism) {
        this.log = log;
        this.helpers = helpers;
        this.parallelism = parallelism;
    }

    EventLog log() {
        return log;
    }

    Set<Reader> readers() {
        return readers;
    }

    /** From now on the reader is woken when the log grows; it has to look once by itself after this. */
    synchronized void join(Reader reader) {
        readers.add(reader);
        if (!running) {
            running = true;
            seen = log.head();
            thread = Threads.start("pump-" + log.topic(), this);
        }
    }

    void leave(Reader reader) {
        readers.remove(reader);
    }

    private synchronized boolean goesOn() {
        running = running && !readers.isEmpty();
        if (!running) {
            for (int slot = 0; slot < REMEMBERED; slot++) {
                recent.set(slot, null);
            }
        }
        return running;
    }

    synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public void run() {
        while (goesOn()) {
            try {
                Batch batch = log.await(seen, LIMIT, PATIENCE);
                if (!batch.isEmpty()) {
                    remember(seen, Delivery.of(batch));
                    seen = batch.next();
                    round();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                logger.error("The pump of topic {} stumbled and goes on in a second", log.topic(), e);
                LockSupport.parkNanos(STUMBLE_NANOS);
            }
        }
    }

    private void round() {
        Reader[] all = readers.toArray(NONE);
        var round = new Round(all);
        for (int i = 1; i < Math.min(parallelism, all.length / Round.STRIDE); i++) {
            helpers.execute(round);
        }
        round.run();
    }

    /** Lets a reader go on later, so that one with much to catch up does not hold up the others. */
    void later(Reader reader) {
        helpers.execute(reader::wake);
    }

    /** What follows a position, the same object for all who ask; {@code null} if there is nothing. */
    Delivery after(Position cursor) {
        int slot = (int) (cursor.offset() & (REMEMBERED - 1));
        Recent known = recent.get(slot);
        if (known != null && known.after.equals(cursor) && isMostOfWhatFollows(known)) {
            return known.delivery;
        }
        Batch batch = log.read(cursor, LIMIT);
        if (batch.isEmpty()) {
            return null;
        }
        Delivery delivery = Delivery.of(batch);
        remember(cursor, delivery);
        return delivery;
    }

    private void remember(Position after, Delivery delivery) {
        if (delivery.batch().gap() == null) {
            recent.set((int) (after.offset() & (REMEMBERED - 1)), new Recent(after, delivery));
        }
    }

    /** A delivery made before the log grew much further would cost its reader more writes than needed. */
    private boolean isMostOfWhatFollows(Recent known) {
        int size = known.delivery.events();
        return size == LIMIT || 2L * size >= log.head().offset() - known.after.offset();
    }
}
