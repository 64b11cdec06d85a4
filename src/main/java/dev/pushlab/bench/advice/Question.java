package dev.pushlab.bench.advice;

import java.util.Map;

/**
 * What somebody who must choose has to serve.
 *
 * @param rate events a second
 * @param size bytes of an event's data
 * @param audience clients
 * @param stalenessMs how late an event may be
 * @param twoWay whether clients send, too
 * @param measured what one client saw, by strategy
 */
public record Question(
        double rate, int size, int audience, double stalenessMs, boolean twoWay, Map<String, Measured> measured) {

    public Question {
        measured = Map.copyOf(measured);
    }

    /** One that nothing was measured for, and whose clients only listen. */
    public static Question of(double rate, int size, int audience, double stalenessMs) {
        return new Question(rate, size, audience, stalenessMs, false, Map.of());
    }

    /** Whether the audience is the very client that measured. */
    boolean isWhatWasMeasured() {
        return audience == 1 && !measured.isEmpty();
    }

    Question withRate(double other) {
        return new Question(other, size, audience, stalenessMs, twoWay, measured);
    }

    /** There are only whole clients. */
    Question withAudience(double other) {
        return new Question(rate, size, (int) Math.round(other), stalenessMs, twoWay, measured);
    }

    Question withStaleness(double otherMs) {
        return new Question(rate, size, audience, otherMs, twoWay, measured);
    }

    Question turnTwoWay() {
        return new Question(rate, size, audience, stalenessMs, !twoWay, measured);
    }
}
