package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Statistics;
import dev.pushlab.bench.result.Summary;
import dev.pushlab.bench.writing.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was measured in one experiment, each strategy at the shortest round trip.
 *
 * @param clients how many there were
 */
record Evidence(int clients, List<Row> rows, String experiment) {

    Evidence in(String other) {
        return new Evidence(clients, rows, other);
    }

    boolean covers(List<String> strategies) {
        return strategies.stream()
                .allMatch(strategy -> row(strategy, Implementation.PUSH_LAB)
                        .filter(Row::valid)
                        .isPresent());
    }

    /** @throws Unmeasured if there is no interval that could be trusted */
    Summary of(String strategy, Measure measure) {
        return withInterval(
                strategy, measure.title(), believed(strategy).summary().get(measure));
    }

    /** The textbook's, if it was measured. */
    Optional<Summary> textbook(String strategy, Measure measure) {
        return row(strategy, Implementation.TEXTBOOK)
                .map(row -> row.summary().get(measure))
                .filter(summary -> summary.low() != null);
    }

    /** In both directions together, per delivered event. */
    Summary bytes(String strategy) {
        double[] sums = believed(strategy).believable().stream()
                .map(run -> run.measures())
                .filter(run -> run.containsKey(Measure.BYTES_DOWN) && run.containsKey(Measure.BYTES_UP))
                .mapToDouble(run -> run.get(Measure.BYTES_DOWN) + run.get(Measure.BYTES_UP))
                .toArray();
        return withInterval(strategy, "bytes/event", sums.length == 0 ? null : Statistics.summary(sums));
    }

    /** For example: {@code CPU/event: polling 12.3 [11.8–12.9], sse 3.1 [3–3.2] µs}. */
    String figures(Measure measure, List<String> strategies) {
        return strategies.stream()
                .map(strategy -> strategy + " " + Numbers.withInterval(of(strategy, measure)))
                .collect(Collectors.joining(
                        ", ", measure.title() + ": ", (" " + measure.unit().symbol()).stripTrailing()));
    }

    private Row believed(String strategy) {
        var row = row(strategy, Implementation.PUSH_LAB)
                .orElseThrow(() -> new Unmeasured("%s was not measured (%s)".formatted(strategy, experiment)));
        if (!row.valid()) {
            throw new Unmeasured("what was measured of %s is invalid (%s)".formatted(strategy, experiment));
        }
        return row;
    }

    private Summary withInterval(String strategy, String measure, Summary summary) {
        if (summary == null) {
            throw new Unmeasured("%s of %s was not measured (%s)".formatted(measure, strategy, experiment));
        }
        if (summary.low() == null) {
            throw new Unmeasured(
                    "%s of %s was measured once: without repeats there is no interval".formatted(measure, strategy));
        }
        return summary;
    }

    private Optional<Row> row(String strategy, Implementation implementation) {
        return rows.stream()
                .filter(row -> row.experiment().equals(experiment))
                .filter(row -> row.subject().strategy().equals(strategy))
                .filter(row -> row.subject().implementation() == implementation)
                .min(Comparator.comparingLong(row -> row.subject().rttMillis()));
    }
}
