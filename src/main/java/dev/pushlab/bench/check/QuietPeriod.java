package dev.pushlab.bench.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leaves a connection of every strategy alone for a while, then publishes one event to all of them. */
final class QuietPeriod implements AutoCloseable {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Topic topic;
    private final Duration length;
    private final Map<Subject, Reader> readers = new LinkedHashMap<>();

    QuietPeriod(Topic topic, Duration length) {
        this.topic = topic;
        this.length = length;
    }

    void begin(Subject subject) {
        if (length.isZero()) {
            subject.findings().notApplicable(Promise.HEARTBEAT, "not tried with --quiet 0s");
            subject.findings().notApplicable(Promise.SURVIVES_QUIET, "not tried with --quiet 0s");
        } else {
            readers.put(subject, subject.read(subject.target().withTopic(topic.name()), "latest"));
        }
    }

    /** Lets the time pass, then finds out how each has come through. */
    void end() throws InterruptedException {
        for (var reader : readers.entrySet()) {
            var heard = reader.getValue().heard();
            heard.await(reader.getKey().timeout(), heard::isOpened);
            heard.await(length.minusNanos(heard.sinceOpened()), () -> false);
        }
        for (var reader : readers.entrySet()) {
            heartbeat(reader.getKey(), reader.getValue().heard());
        }
        publishToAll();
    }

    private void heartbeat(Subject subject, Transcript heard) throws InterruptedException {
        var promised = Duration.ofMillis(heard.heartbeatMs());
        var longest = promised.plus(TOLERANCE);
        String expected = "one every " + Words.time(promised) + ", never silent for more than " + Words.time(longest);
        subject.findings().check(Promise.HEARTBEAT, expected, () -> {
            mustHaveOpened(heard);
            if (promised.isZero()) {
                throw new Unsuited(
                        subject.client().callsBack()
                                ? "who is called needs none"
                                : "who asks again and again needs none");
            }
            int heartbeats = heard.controls("heartbeat").size();
            if (heard.longestSilence() > longest.toNanos()) {
                throw new Broken("silent for " + Words.time(heard.longestSilence()));
            }
            if (heartbeats == 0) {
                throw new Unsuited(heard.endOr("none is due within " + Words.time(length) + "; try --quiet "
                        + (longest.toSeconds() + 1) + "s"));
            }
            return heartbeats + ", silent for " + Words.time(heard.longestSilence()) + " at most";
        });
    }

    private void publishToAll() throws InterruptedException {
        long begun = System.nanoTime();
        var event = published();
        String expected = "the same connection after " + Words.time(length) + ", and an event over it";
        for (var reader : readers.entrySet()) {
            var heard = reader.getValue().heard();
            reader.getKey().findings().check(Promise.SURVIVES_QUIET, expected, () -> {
                mustHaveOpened(heard);
                var left = reader.getKey().timeout().minusNanos(System.nanoTime() - begun);
                if (!heard.awaitEvent(left, event.id())) {
                    throw new Broken(heard.endOr("connected, but no event"));
                }
                return "still there";
            });
        }
    }

    /** A refusal shows as an event that doesn't come. */
    private Published published() throws InterruptedException {
        try {
            return topic.publish("\"after a quiet period\"");
        } catch (Broken e) {
            return new Published(e.getMessage(), null);
        }
    }

    private static void mustHaveOpened(Transcript heard) {
        if (!heard.isOpened()) {
            throw new Unsuited("it does not connect");
        }
    }

    @Override
    public void close() {
        readers.values().forEach(Reader::close);
    }
}
