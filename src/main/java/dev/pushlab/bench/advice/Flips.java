package dev.pushlab.bench.advice;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Where another strategy comes first, if one part of the question changes and all else stays as it is.
 *
 * @param twoWayTurned who comes first if clients did not send, or did; {@code null} for nobody
 */
public record Flips(List<Line> lines, String twoWayTurned) {

    /**
     * One part of the question.
     *
     * @param from the lowest value that was tried
     * @param to the highest
     * @param below the nearest change on the way down, {@code null} if there is none
     * @param above the nearest change on the way up, {@code null} if there is none
     */
    public record Line(Axis along, double from, double to, Flip below, Flip above) {}

    /**
     * A change.
     *
     * @param at from here on it is so
     * @param strategy who comes first there, {@code null} if nobody is good enough
     * @param extrapolated whether that is beyond what the model was made from
     */
    public record Flip(double at, String strategy, boolean extrapolated) {}

    static Flips of(Question question, Function<Question, Ranking> ranking) {
        var lines = Arrays.stream(Axis.values())
                .map(axis -> line(axis, question, ranking))
                .toList();
        return new Flips(lines, ranking.apply(question.turnTwoWay()).winner());
    }

    private static Line line(Axis axis, Question question, Function<Question, Ranking> ranking) {
        double from = lowest(axis, question);
        double to = axis.max();
        return new Line(axis, from, to, nearest(axis, question, ranking, from), nearest(axis, question, ranking, to));
    }

    /** What holds for the client that measured says nothing about larger audiences. */
    private static double lowest(Axis axis, Question question) {
        boolean larger = axis == Axis.AUDIENCE
                && question.audience() > 1
                && !question.measured().isEmpty();
        return larger ? 2 : axis.min();
    }

    private static Flip nearest(Axis axis, Question question, Function<Question, Ranking> ranking, double end) {
        double start = axis.of(question);
        var changes = Search.changes(
                value -> ranking.apply(axis.turn(question, value)).winner(), start, end);
        var nearest = changes.findFirst();
        if (nearest.isEmpty()) {
            return null;
        }
        var turned = axis.turn(question, nearest.getAsDouble());
        var there = ranking.apply(turned);
        return new Flip(axis.of(turned), there.winner(), there.extrapolated());
    }
}
