package dev.pushlab.bench.compare;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Two reports, measure by measure.
 *
 * @param version grows when a field changes its meaning
 * @param conditions what differs between the reports beside what they measured, a sentence each
 * @param omitted which rows are not compared and why, a sentence each
 * @param method how it is compared, a sentence each
 */
@JsonPropertyOrder({"version", "conditions", "omitted", "method", "findings"})
public record Comparison(
        int version, List<String> conditions, List<String> omitted, List<String> method, List<Finding> findings) {

    private static final int VERSION = 1;

    /** @param seed of the resampling: the same one gives the same intervals */
    public static Comparison of(Report a, Report b, long seed) {
        var omitted = new ArrayList<String>();
        var findings = new ArrayList<Finding>();
        for (var before : a.rows()) {
            var after = counterpart(b, before);
            if (after.isEmpty()) {
                omitted.add(name(before) + ": only in A");
            } else if (!before.valid() || !after.get().valid()) {
                omitted.add(name(before) + ": " + invalid(before, after.get()));
            } else {
                Arrays.stream(Measure.values())
                        .flatMap(measure -> Finding.of(before, after.get(), measure, seed).stream())
                        .forEach(findings::add);
            }
        }
        b.rows().stream()
                .filter(row -> counterpart(a, row).isEmpty())
                .forEach(row -> omitted.add(name(row) + ": only in B"));
        return new Comparison(VERSION, Conditions.differences(a, b), omitted, method(findings), findings);
    }

    private static Optional<Row> counterpart(Report report, Row row) {
        return report.rows().stream()
                .filter(other -> other.experiment().equals(row.experiment())
                        && other.subject().equals(row.subject()))
                .findFirst();
    }

    private static String name(Row row) {
        return row.experiment() + ", " + row.subject().title();
    }

    private static String invalid(Row a, Row b) {
        if (!a.valid() && !b.valid()) {
            return "invalid in both" + doubt(a);
        }
        return a.valid() ? "invalid in B" + doubt(b) : "invalid in A" + doubt(a);
    }

    private static String doubt(Row row) {
        return row.doubts().stream()
                .findFirst()
                .map(first -> " (" + first + ")")
                .orElse("");
    }

    private static List<String> method(List<Finding> findings) {
        var method = new ArrayList<>(List.of(
                "B divided by A, of repeats with the same number that count in both: geometric mean and 95 % interval.",
                "The interval is the wider, at each end, of the bootstrap's percentiles (10,000 resamples) and Student's"
                        + " t on the logarithms: the bootstrap alone is too narrow for so few repeats.",
                "Where a value is zero or negative, B minus A instead, and its mean."));
        long told =
                findings.stream().filter(finding -> finding.effect() != null).count();
        if (told >= 20) {
            method.add(told + " measures are compared: if nothing had changed, about " + Math.round(told * 0.05)
                    + " would still show a difference.");
        }
        return List.copyOf(method);
    }
}
