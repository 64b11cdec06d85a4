package dev.pushlab.strategy.webhook;

import dev.pushlab.strategy.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.client.Request;

/** Carries one message at a time to a receiver, again and again until it is accepted. */
final class Courier {

    /** What it is about. */
    enum State {
        /** There is nothing to carry. */
        WAITING,
        DELIVERING,
        /** It pauses before another attempt. */
        RETRYING
    }

    /** What is under way; a former one's late report is known by its identity. */
    private static final class Step {
        private Runnable cancel = () -> {};
    }

    private final URI url;
    private final Signer signer;
    private final Poster poster;
    private final Timing timing;
    private final Backoff backoff;
    private final Runnable done;

    // Guarded by this.
    private Step step;
    private State state = State.WAITING;
    private Instant retryAt;
    private int failures;
    private Answer last = new Answer(null, null, null);
    private boolean finishing;
    private boolean stopped;

    /** @param done to be run when nothing more will be delivered: the receiver is gone, or the courier has finished */
    Courier(URI url, Signer signer, Poster poster, Timing timing, Backoff backoff, Runnable done) {
        this.url = url;
        this.signer = signer;
        this.poster = poster;
        this.timing = timing;
        this.backoff = backoff;
        this.done = done;
    }

    /** How it stands, for those who ask. */
    record Report(State state, Duration retryIn, int failures, Answer last) {}

    synchronized Report report() {
        Duration retryIn = state == State.RETRYING ? Duration.between(timing.now(), retryAt) : null;
        return new Report(state, retryIn, failures, last);
    }

    /**
     * Takes a message; to be called when the one before was accepted.
     *
     * @param accepted to be run once the receiver has accepted it
     */
    void carry(Message message, Runnable accepted) {
        boolean over;
        synchronized (this) {
            over = finishing;
            if (!over && !stopped) {
                attempt(message, accepted);
            }
        }
        if (over) {
            done.run();
        }
    }

    private void attempt(Message message, Runnable accepted) {
        String id = message.control() == null ? message.id().toString() : message.control() + ":" + message.id();
        Request request = poster.prepare(
                url,
                signer.headers(id, timing.now(), message.json()),
                message.json().getBytes(StandardCharsets.UTF_8));
        Step attempt = begin(State.DELIVERING);
        attempt.cancel = () -> request.abort(new InterruptedException("The attempt was cut"));
        poster.send(request, answer -> answered(attempt, answer, message, accepted));
    }

    private Step begin(State what) {
        state = what;
        step = new Step();
        return step;
    }

    private void answered(Step attempt, Answer answer, Message message, Runnable accepted) {
        Runnable next;
        synchronized (this) {
            if (step != attempt) {
                return;
            }
            rest();
            last = answer;
            if (answer.isAccepted()) {
                failures = 0;
                next = accepted;
            } else if (answer.isGone() || finishing) {
                next = done;
            } else {
                pause(() -> carry(message, accepted));
                return;
            }
        }
        next.run();
    }

    private Step rest() {
        Step former = step;
        step = null;
        state = State.WAITING;
        return former;
    }

    private void pause(Runnable again) {
        failures++;
        Duration delay = backoff.delay(failures, timing.random(), last.patience(timing.now()));
        Step pause = begin(State.RETRYING);
        retryAt = timing.now().plus(delay);
        pause.cancel = timing.later(() -> resume(pause, again), delay);
    }

    private void resume(Step pause, Runnable again) {
        synchronized (this) {
            if (step != pause) {
                return;
            }
            rest();
        }
        again.run();
    }

    /** Gives up what is under way, which counts as a failure, and does something else after the usual pause. */
    void cut(String why, Runnable again) {
        Step former;
        boolean over;
        synchronized (this) {
            former = rest();
            over = finishing;
            if (!over && !stopped) {
                last = Answer.failure(why);
                pause(again);
            }
        }
        cancel(former);
        if (over) {
            done.run();
        }
    }

    /** Goes on no longer than the attempt that is under way; if there is none, it is done at once. */
    void finish() {
        boolean over;
        synchronized (this) {
            finishing = true;
            over = state != State.DELIVERING;
        }
        if (over) {
            done.run();
        }
    }

    /** Drops everything for good. */
    void stop() {
        Step former;
        synchronized (this) {
            stopped = true;
            former = rest();
        }
        cancel(former);
    }

    private static void cancel(Step step) {
        if (step != null) {
            step.cancel.run();
        }
    }
}
