package dev.pushlab.bench.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets that pages and pictures carry. */
public final class Resources {

    public static final String PALETTE = text("/static/css/palette.css");
    public static final String CHART = text("/writing/chart.css");
    public static final String PAGE = text("/writing/page.css");

    private Resources() {}

    private static String text(String path) {
        try (var in = Resources.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
