package dev.pushlab.meter.tap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One rendered page: what its own requests cost, and their bytes. */
public final class Page {

    static final int MAX_RECORDINGS = 12;
    static final int MAX_ENDED_OF_STRATEGY = 3;

    private static final long WATCH_MICROS = TimeUnit.SECONDS.toMicros(30);

    private final String token;
    private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();

    /** Oldest first; guarded by itself. */
    private final List<Recording> recordings = new ArrayList<>();

    private volatile long usedAt;
    private volatile boolean watched;
    private long watchedUntil;

    Page(String token, long now) {
        this.token = token;
        this.usedAt = now;
    }

    String token() {
        return token;
    }

    void use(long now) {
        usedAt = now;
    }

    long usedAt() {
        return usedAt;
    }

    /** Nothing of it is open. */
    boolean isQuiet() {
        return traffic.values().stream().allMatch(Traffic::isQuiet);
    }

    /** What this page's clients of a strategy caused. */
    public Traffic traffic(String strategy) {
        return traffic.computeIfAbsent(strategy, id -> new Traffic());
    }

    /** Somebody looks at the bytes: from now on, for a while, the newest are kept too. */
    synchronized void watch(long now) {
        watchedUntil = now + WATCH_MICROS;
        watched = true;
    }

    /** Ends the watch once its time is over. */
    synchronized void restIfUnwatched(long now) {
        watched = now < watchedUntil;
    }

    /** Asked at every read and write of the page's own: hence no look at the clock. */
    boolean isWatched() {
        return watched;
    }

    /** Begins a recording with what was read before it was known whose it is. */
    Recording record(String strategy, long connection, List<Chunk> pending) {
        var recording = new Recording(this, strategy, connection, pending.get(0).at());
        synchronized (recordings) {
            recordings.add(recording);
            dropEnded(strategy);
            if (recordings.size() > MAX_RECORDINGS) {
                dropOldest();
            }
        }
        pending.forEach(recording::read);
        return recording;
    }

    private void dropEnded(String strategy) {
        List<Recording> ended = recordings.stream()
                .filter(recording -> !recording.isOpen() && recording.strategy().equals(strategy))
                .toList();
        recordings.removeAll(ended.subList(0, Math.max(0, ended.size() - MAX_ENDED_OF_STRATEGY)));
    }

    private void dropOldest() {
        Recording oldest = recordings.stream()
                .filter(recording -> !recording.isOpen())
                .findFirst()
                .orElse(recordings.get(0));
        recordings.remove(oldest);
        oldest.drop();
    }

    Map<String, List<Recording.View>> recordings() {
        List<Recording> all;
        synchronized (recordings) {
            all = List.copyOf(recordings);
        }
        return all.stream()
                .collect(Collectors.groupingBy(
                        Recording::strategy,
                        LinkedHashMap::new,
                        Collectors.mapping(Recording::view, Collectors.toList())));
    }
}
