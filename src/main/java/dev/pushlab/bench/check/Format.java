package dev.pushlab.bench.check;

import dev.pushlab.bench.writing.Json;
import dev.pushlab.bench.writing.Numbers;
import java.util.Locale;

/** How a report is written. */
enum Format {
    /** A line a promise, and a summary. */
    TABLE {
        @Override
        String write(CheckReport report) {
            var text = new StringBuilder();
            for (var strategy : report.strategies()) {
                for (var finding : strategy.promises()) {
                    text.append(line(strategy.strategy(), finding)).append('\n');
                }
            }
            return text.append('\n').append(summary(report)).toString();
        }
    },

    /** The shape that {@link CheckReport} shows. */
    JSON {
        @Override
        String write(CheckReport report) {
            return Json.write(report);
        }
    };

    abstract String write(CheckReport report);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String line(String strategy, Finding finding) {
        String told = finding.verdict() == Verdict.FAIL
                ? "expected " + finding.expected() + "; seen: " + finding.seen()
                : finding.seen();
        return String.format(
                Locale.ROOT,
                "%-21s %-17s %-15s %s",
                strategy,
                finding.promise().id(),
                finding.verdict().id(),
                told);
    }

    private static String summary(CheckReport report) {
        return String.format(
                Locale.ROOT,
                "%s: %s; %d passed, %d failed, %d not applicable, in %s",
                report.url(),
                report.allKept() ? "every promise is kept" : "NOT every promise is kept",
                report.getPassed(),
                report.getFailed(),
                report.getNotApplicable(),
                Numbers.time(report.millis()));
    }
}
