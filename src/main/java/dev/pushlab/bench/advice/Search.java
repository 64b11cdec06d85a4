package dev.pushlab.bench.advice;

import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Finds where an answer changes along a range. */
public final class Search {

    /** Neighbours that are tried differ by 7 %, so that no two changes hide between them. */
    private static final double STEP = 1.07;

    private static final int HALVINGS = 50;

    private Search() {}

    /**
     * The places where an answer changes, in the order of the way, each the first that has the new answer.
     *
     * @param from positive; where the way begins
     * @param to positive, above or below; where it ends
     */
    public static DoubleStream changes(DoubleFunction<?> answer, double from, double to) {
        double factor = from < to ? STEP : 1 / STEP;
        return Stream.iterate(
                        Step.of(answer, from, answer.apply(from), next(from, factor, to)),
                        step -> step.from != to,
                        step -> Step.of(answer, step.to, step.after, next(step.to, factor, to)))
                .filter(Step::turns)
                .mapToDouble(step -> step.turn(answer));
    }

    private static double next(double here, double factor, double to) {
        return factor > 1 ? Math.min(here * factor, to) : Math.max(here * factor, to);
    }

    /** From one value that is tried to the next, and the answers there. */
    private record Step(double from, Object before, double to, Object after) {

        static Step of(DoubleFunction<?> answer, double from, Object before, double to) {
            return new Step(from, before, to, answer.apply(to));
        }

        boolean turns() {
            return !Objects.equals(before, after);
        }

        /** The first value of which it is no longer as before. */
        double turn(DoubleFunction<?> answer) {
            double left = from;
            double right = to;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = Math.sqrt(left * right);
                if (Objects.equals(before, answer.apply(middle))) {
                    left = middle;
                } else {
                    right = middle;
                }
            }
            return right;
        }
    }
}
