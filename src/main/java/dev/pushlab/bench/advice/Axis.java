package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** A part of the question that may turn out to be otherwise, and the range in which it makes sense. */
public enum Axis {
    /** How late an event may be, in milliseconds. */
    STALENESS("stalenessMs", 50, 60_000, Question::stalenessMs, Question::withStaleness),
    /** Events a second. */
    RATE("rate", 0.0001, 10_000, Question::rate, Question::withRate),
    /** Clients. */
    AUDIENCE("audience", 1, 1_000_000, Question::audience, Question::withAudience);

    private final String id;
    private final double min;
    private final double max;
    private final ToDoubleFunction<Question> value;
    private final BiFunction<Question, Double, Question> with;

    Axis(
            String id,
            double min,
            double max,
            ToDoubleFunction<Question> value,
            BiFunction<Question, Double, Question> with) {
        this.id = id;
        this.min = min;
        this.max = max;
        this.value = value;
        this.with = with;
    }

    double of(Question question) {
        return value.applyAsDouble(question);
    }

    /** The same question, but for this. */
    Question turn(Question question, double other) {
        return with.apply(question, other);
    }

    @JsonValue
    public String id() {
        return id;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }
}
