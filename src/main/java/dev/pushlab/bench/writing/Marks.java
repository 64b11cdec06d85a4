package dev.pushlab.bench.writing;

import java.util.Map;

/** What charts are drawn with. */
public final class Marks {

    /** The palette's; what isn't among them is grey. */
    private static final Map<String, Integer> SERIES =
            Map.of("polling", 1, "long-polling", 2, "sse", 3, "stomp", 4, "ndjson", 5, "websocket", 6, "webhook", 7);

    public static final String GREY = "series-8";

    private Marks() {}

    /** A strategy's colour, as a kind of group. */
    public static String series(String strategy) {
        var series = SERIES.get(strategy.startsWith("sockjs-") ? "stomp" : strategy);
        return series == null ? GREY : "series-" + series;
    }

    /**
     * For a page that has the styles.
     *
     * @param id no other picture's of the page
     * @param told what it shows, for who doesn't see it
     */
    public static Element picture(String id, String title, String told, int width, int height) {
        return Element.of(
                        "svg",
                        Element.of("title", title).with("id", id + "-title"),
                        Element.of("desc", told).with("id", id + "-desc"))
                .with("class", "chart")
                .with("role", "img")
                .with("aria-labelledby", id + "-title " + id + "-desc")
                .with("viewBox", "0 0 " + width + " " + height);
    }

    /** Gives a picture what it needs as a file of its own. */
    public static Element file(Element picture, int width, int height) {
        return picture.with("xmlns", "http://www.w3.org/2000/svg")
                .with("width", width)
                .with("height", height)
                .add(Element.of("style", Resources.PALETTE, Resources.CHART))
                .add(Element.of("rect")
                        .with("class", "ground")
                        .with("width", width)
                        .with("height", height)
                        .with("rx", 8));
    }

    public static Element bar(double from, double to, double middle, double height, String kind) {
        return Element.of("rect")
                .with("class", kind)
                .with("x", from)
                .with("y", middle - height / 2)
                .with("width", Math.max(0.5, to - from))
                .with("height", height);
    }

    public static Element line(double x1, double y1, double x2, double y2, String kind) {
        return Element.of("line")
                .with("class", kind)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    public static Element dot(double x, double y, double radius, String kind) {
        return Element.of("circle")
                .with("class", kind)
                .with("cx", x)
                .with("cy", y)
                .with("r", radius);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end}: which part of the text stands at x */
    public static Element text(double x, double y, String anchor, String kind, String text) {
        return Element.of("text", text)
                .with("class", kind)
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor);
    }

    public static Element group(String kind, Object... marks) {
        return Element.of("g", marks).with("class", kind);
    }
}
