package dev.pushlab.bench.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Gathers what is found about one strategy, each promise once. */
final class Findings {

    private final Map<Promise, Finding> found = new EnumMap<>(Promise.class);

    /** Tries a promise; whether it was kept. */
    boolean check(Promise promise, String expected, Attempt attempt) throws InterruptedException {
        long begun = System.nanoTime();
        Verdict verdict = Verdict.PASS;
        String seen;
        try {
            seen = attempt.make();
        } catch (Unsuited e) {
            verdict = Verdict.NOT_APPLICABLE;
            seen = e.getMessage();
        } catch (Broken e) {
            verdict = Verdict.FAIL;
            seen = e.getMessage();
        } catch (RuntimeException e) {
            verdict = Verdict.FAIL;
            seen = e.toString();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        add(new Finding(promise, verdict, verdict == Verdict.NOT_APPLICABLE ? null : expected, seen, millis));
        return verdict == Verdict.PASS;
    }

    void notApplicable(Promise promise, String reason) {
        add(new Finding(promise, Verdict.NOT_APPLICABLE, null, reason, 0));
    }

    /** Whatever hasn't been tried yet won't be. */
    void giveUp(String reason) {
        for (var promise : Promise.values()) {
            if (!has(promise)) {
                notApplicable(promise, reason);
            }
        }
    }

    /** What the next promise needed has failed, so that it and all behind it can't be tried. */
    void breakOff(Broken why) {
        for (var promise : Promise.values()) {
            if (!has(promise)) {
                add(new Finding(promise, Verdict.FAIL, promise.meaning(), why.getMessage(), 0));
                break;
            }
        }
        giveUp("not tried after this failure");
    }

    synchronized boolean complete() {
        return found.size() == Promise.values().length;
    }

    synchronized List<Finding> all() {
        return List.copyOf(found.values());
    }

    private synchronized boolean has(Promise promise) {
        return found.containsKey(promise);
    }

    private synchronized void add(Finding finding) {
        found.put(finding.promise(), finding);
    }

    /** Tries to have a promise kept. */
    interface Attempt {

        /**
         * What was seen as proof.
         *
         * @throws Broken if the promise isn't kept
         * @throws Unsuited if it turns out not to be applicable
         */
        String make() throws InterruptedException;
    }
}
