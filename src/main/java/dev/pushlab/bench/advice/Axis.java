package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonValue;

/** A part of the question that may turn out to be otherwise, and the range in which it makes sense. */
public enum Axis {
    /** How late an event may be, in milliseconds. */
    STALENESS("stalenessMs", 50, 60_000) {
        @Override
        double of(Question question) {
            return question.stalenessMs();
        }

        @Override
        Question turn(Question question, double value) {
            return question.withStaleness(value);
        }
    },
    /** Events a second. */
    RATE("rate", 0.0001, 10_000) {
        @Override
        double of(Question question) {
            return question.rate();
        }

        @Override
        Question turn(Question question, double value) {
            return question.withRate(value);
        }
    },
    /** Clients. */
    AUDIENCE("audience", 1, 1_000_000) {
        @Override
        double of(Question question) {
            return question.audience();
        }

        @Override
        Question turn(Question question, double value) {
            return question.withAudience((int) Math.round(value));
        }

        @Override
        double rounded(double value) {
            return Math.round(value);
        }
    };

    private final String id;
    private final double min;
    private final double max;

    Axis(String id, double min, double max) {
        this.id = id;
        this.min = min;
        this.max = max;
    }

    abstract double of(Question question);

    /** The same question, but for this. */
    abstract Question turn(Question question, double value);

    /** The value that a question can have. */
    double rounded(double value) {
        return value;
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
