package dev.pushlab.bench.check;

/** Finds out why nothing comes, by publishing so much more that no common buffer can keep it. */
final class Buffering {

    private static final int PADDING = 40;
    private static final String PAD = "\"" + "x".repeat(4 << 10) + "\"";
    private static final String MORE = (PADDING * PAD.length() >> 10) + " KB more";
    private static final String BUFFERED = ": buffered by something in between";

    private final Subject subject;
    private final Transcript heard;
    private boolean heldBack;

    Buffering(Subject subject, Transcript heard) {
        this.subject = subject;
        this.heard = heard;
    }

    /** Whether it is no use to wait for single events on this connection. */
    boolean heldBack() {
        return heldBack;
    }

    /** Connected, but there is no first answer. */
    String noAnswer() throws InterruptedException {
        publishMore();
        throw heard.await(subject.bound(), heard::isOpened) ? lump("the first answer") : mute("no answer");
    }

    /** The n-th single event is overdue. */
    void overdue(Published event, int n, long begun) throws InterruptedException {
        String name = "event " + n;
        if (heard.awaitEvent(subject.timeout().minus(subject.bound()), event.id())) {
            heldBack = true;
            throw new Broken(name + " came only after " + Words.time(System.nanoTime() - begun) + BUFFERED);
        }
        int before = heard.events().size();
        publishMore();
        if (heard.awaitEvent(subject.bound(), event.id())) {
            throw lump(name);
        }
        if (heard.hasEnded()) {
            throw new Broken(name + " did not come, " + heard.endOr(""));
        }
        if (heard.events().size() > before) {
            throw new Broken(name + " never came, though later ones did: lost on the way");
        }
        throw mute("no " + name);
    }

    private void publishMore() throws InterruptedException {
        for (int i = 0; i < PADDING && !heard.hasEnded(); i++) {
            subject.topic().publish(PAD);
        }
    }

    private Broken lump(String what) {
        heldBack = true;
        return new Broken(what + " came only in a lump with " + MORE + BUFFERED);
    }

    private Broken mute(String what) {
        heldBack = true;
        return new Broken(what + ", not even after " + MORE + " had been published, while plain requests are answered: "
                + "buffered or dropped by something in between");
    }
}
