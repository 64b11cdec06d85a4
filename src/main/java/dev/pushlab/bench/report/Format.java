package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.writing.Json;
import java.util.Locale;

/** How a report is written. */
public enum Format {
    /** For a terminal. */
    TABLE("report.txt") {
        @Override
        public String write(Report report) {
            return TextReport.write(report);
        }
    },

    /** What {@code src/docs/report-schema.json} describes, and {@link ReportFiles#read} reads. */
    JSON("report.json") {
        @Override
        public String write(Report report) {
            return Json.write(report) + "\n";
        }
    },

    /** A line for every value of every repeat. */
    CSV("report.csv") {
        @Override
        public String write(Report report) {
            return Csv.write(report);
        }
    },

    /** As GitHub shows it. */
    MARKDOWN("report.md") {
        @Override
        public String write(Report report) {
            return MarkdownReport.write(report);
        }
    },

    /** One page that needs nothing else, with charts. */
    HTML("report.html") {
        @Override
        public String write(Report report) {
            return HtmlReport.write(report);
        }
    };

    private final String fileName;

    Format(String fileName) {
        this.fileName = fileName;
    }

    public abstract String write(Report report);

    public String fileName() {
        return fileName;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
