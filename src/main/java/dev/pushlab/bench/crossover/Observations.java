package dev.pushlab.bench.crossover;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.Statistics;
import dev.pushlab.bench.writing.Numbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns reports into observations: what was measured per event becomes an amount a second, the median over the repeats
 * that count.
 *
 * <p>Only Push Lab's own strategies without an added round trip, under load or idle; rows that are not valid are left
 * out.
 */
final class Observations {

    private static final String IDLE = "idle";

    private Observations() {}

    static List<Observation> of(Report report) {
        var observations = new ArrayList<Observation>();
        report.rows().stream().filter(Observations::counts).filter(Row::valid).forEach(row -> {
            var costs = costs(row, report.settings().clients());
            if (!costs.isEmpty()) {
                observations.add(new Observation(point(row, report), costs));
            }
        });
        return observations;
    }

    /** The rows that would have counted if they were valid, a sentence each. */
    static List<String> omitted(Report report) {
        return report.rows().stream()
                .filter(row -> counts(row) && !row.valid())
                .map(row -> name(row, point(row, report)) + ": invalid" + doubt(row))
                .toList();
    }

    private static String name(Row row, Point point) {
        return String.join(
                ", ",
                row.experiment(),
                point.strategy(),
                Numbers.of(point.clients()) + " clients",
                Words.rate(point.rate()));
    }

    private static String doubt(Row row) {
        return row.doubts().stream()
                .findFirst()
                .map(first -> " (" + first + ")")
                .orElse("");
    }

    private static boolean counts(Row row) {
        var subject = row.subject();
        return subject.implementation() == Implementation.PUSH_LAB
                && subject.rttMillis() == 0
                && (row.experiment().equals(Row.LOAD) || row.experiment().equals(IDLE));
    }

    private static Point point(Row row, Report report) {
        var settings = report.settings();
        String strategy = row.subject().strategy();
        return new Point(
                strategy,
                settings.clients(),
                row.experiment().equals(IDLE) ? 0 : settings.rate(),
                settings.size(),
                Term.polls(strategy) ? settings.pollIntervalMillis() / 1_000.0 : 0,
                false);
    }

    private static Map<Resource, Double> costs(Row row, int clients) {
        Map<Resource, Function<Run, Optional<Double>>> ways = row.experiment().equals(IDLE)
                ? Map.of(
                        Resource.CPU, run -> perSecond(run, Measure.IDLE_CPU, TimeUnit.MILLISECONDS.toMicros(1)),
                        Resource.BYTES, run -> perSecond(run, Measure.IDLE_BYTES, clients))
                : Map.of(
                        Resource.CPU, run -> perSecond(run, Measure.SERVER_CPU),
                        Resource.BYTES, run -> perSecond(run, Measure.BYTES_DOWN, Measure.BYTES_UP),
                        Resource.REQUESTS, run -> perSecond(run, Measure.REQUESTS));
        var costs = new EnumMap<Resource, Double>(Resource.class);
        ways.forEach((resource, way) -> {
            double[] values = row.believable().stream()
                    .map(way)
                    .flatMap(Optional::stream)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 0) {
                costs.put(resource, Statistics.median(values));
            }
        });
        return costs;
    }

    /** From a minute's worth. */
    private static Optional<Double> perSecond(Run run, Measure perMinute, double factor) {
        return Optional.ofNullable(run.measures().get(perMinute)).map(value -> value * factor / 60);
    }

    /** From sums over what was measured per delivered event. */
    private static Optional<Double> perSecond(Run run, Measure... perEvent) {
        var measures = run.measures();
        if (!measures.containsKey(Measure.DELIVERIES) || !Stream.of(perEvent).allMatch(measures::containsKey)) {
            return Optional.empty();
        }
        double sum = Stream.of(perEvent).mapToDouble(measures::get).sum();
        return Optional.of(sum * measures.get(Measure.DELIVERIES));
    }
}
