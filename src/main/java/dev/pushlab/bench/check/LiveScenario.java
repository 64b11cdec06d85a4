package dev.pushlab.bench.check;

import dev.pushlab.log.Position;

/** Connects, reads what is published, leaves. */
final class LiveScenario implements Scenario {

    private static final int SINGLES = 5;
    private static final int BURST = 50;
    private static final String TEXT = "h\u00e9llo \ud55c\uad6d \ud83c\udf88 \\u0000 \\\"\\\\ </script>";

    @Override
    public void play(Subject subject) throws InterruptedException {
        try (var reader = subject.read("latest")) {
            var heard = reader.heard();
            var buffering = new Buffering(subject, heard);
            if (!connects(subject, heard)) {
                if (!heard.hasEnded()) {
                    subject.findings().check(Promise.NOT_BUFFERED, "an answer at once", buffering::noAnswer);
                }
                subject.findings().giveUp("it does not connect");
                return;
            }
            firstEvent(subject, heard);
            if (subject.topic().published().isEmpty()) {
                subject.findings().giveUp("nothing can be published");
                return;
            }
            if (!oneByOne(subject, heard, buffering) && buffering.heldBack()) {
                subject.findings().giveUp("its events are held back");
                return;
            }
            onceInOrder(subject, heard);
            leave(subject, reader);
        }
    }

    private static boolean connects(Subject subject, Transcript heard) throws InterruptedException {
        String expected = "the first answer within " + Words.time(subject.timeout());
        return subject.findings().check(Promise.CONNECTS, expected, () -> {
            if (!heard.await(subject.timeout(), heard::isOpened)) {
                throw new Broken(heard.endOr("nothing for " + Words.time(subject.timeout())));
            }
            return "ready after " + Words.time(heard.sinceBegin());
        });
    }

    private static void firstEvent(Subject subject, Transcript heard) throws InterruptedException {
        subject.findings().check(Promise.FIRST_EVENT, "it arrives within " + Words.time(subject.timeout()), () -> {
            long begun = System.nanoTime();
            var event = subject.topic().publish("{\"n\":0}");
            startIsTold(subject, heard, Position.parse(event.id()));
            if (!heard.awaitEvent(subject.timeout(), event.id())) {
                throw new Broken(heard.endOr("nothing for " + Words.time(subject.timeout())));
            }
            return "after " + Words.time(System.nanoTime() - begun);
        });
    }

    /** An event that came before would have ended the subscription, so that only the position is left to see to. */
    private static void startIsTold(Subject subject, Transcript heard, Position first) throws InterruptedException {
        var before = first.at(first.offset() - 1).toString();
        subject.findings().check(Promise.READY_FIRST, "the position before the first event, " + before, () -> {
            if (!before.equals(heard.openedAt())) {
                throw new Broken(heard.openedAt());
            }
            return before;
        });
    }

    private static boolean oneByOne(Subject subject, Transcript heard, Buffering buffering)
            throws InterruptedException {
        String expected =
                "each of " + SINGLES + " events before the next is published, within " + Words.time(subject.bound());
        return subject.findings().check(Promise.NOT_BUFFERED, expected, () -> {
            long slowest = 0;
            for (int i = 1; i <= SINGLES; i++) {
                long begun = System.nanoTime();
                var event = subject.topic().publish("{\"n\":" + i + "}");
                if (!heard.awaitEvent(subject.bound(), event.id())) {
                    buffering.overdue(event, i, begun);
                }
                slowest = Math.max(slowest, System.nanoTime() - begun);
            }
            return SINGLES + " one by one, the slowest after " + Words.time(slowest);
        });
    }

    private static void onceInOrder(Subject subject, Transcript heard) throws InterruptedException {
        subject.findings().check(Promise.ONCE_IN_ORDER, "all that is published, and nothing else", () -> {
            for (int i = 0; i < BURST; i++) {
                subject.topic().publish("{\"n\":" + i + ",\"text\":\"" + TEXT + "\"}");
            }
            var published = subject.topic().published();
            heard.awaitEvents(subject.timeout(), published.size());
            try {
                Comparison.mustEqual(published, heard.events());
            } catch (Broken e) {
                throw new Broken(e.getMessage() + (heard.hasEnded() ? "; " + heard.endOr("") : ""));
            }
            return published.size() + " events";
        });
    }

    private static void leave(Subject subject, Reader reader) throws InterruptedException {
        String expected = "the server's answer to the good-bye within " + Words.time(subject.bound());
        subject.findings().check(Promise.CLOSES, expected, () -> {
            if (!subject.client().twoWay()) {
                throw new Unsuited("a plain answer is read by going away, without a word");
            }
            if (reader.heard().hasEnded()) {
                throw new Broken(reader.heard().endOr(""));
            }
            long begun = System.nanoTime();
            reader.subscription().close();
            reader.heard().await(subject.timeout(), reader.heard()::hasEnded);
            long taken = System.nanoTime() - begun;
            if (!reader.heard().hasEndedOrderly() || taken > subject.bound().toNanos()) {
                throw new Broken(reader.heard().endOr("no end") + ", " + Words.time(taken) + " after the good-bye");
            }
            return "answered after " + Words.time(taken);
        });
    }
}
