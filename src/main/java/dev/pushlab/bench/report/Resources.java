package dev.pushlab.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets that reports carry. */
final class Resources {

    static final String PALETTE = text("/static/css/palette.css");
    static final String CHART = text("/report/chart.css");
    static final String REPORT = text("/report/report.css");

    private Resources() {}

    private static String text(String path) {
        try (var in = Resources.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
