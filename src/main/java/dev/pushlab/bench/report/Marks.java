package dev.pushlab.bench.report;

/** What charts are drawn with. */
final class Marks {

    private Marks() {}

    static Element bar(double from, double to, double middle, double height, String kind) {
        return Element.of("rect")
                .with("class", kind)
                .with("x", from)
                .with("y", middle - height / 2)
                .with("width", Math.max(0.5, to - from))
                .with("height", height);
    }

    static Element line(double x1, double y1, double x2, double y2, String kind) {
        return Element.of("line")
                .with("class", kind)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    static Element dot(double x, double y, double radius, String kind) {
        return Element.of("circle")
                .with("class", kind)
                .with("cx", x)
                .with("cy", y)
                .with("r", radius);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end}: which part of the text stands at x */
    static Element text(double x, double y, String anchor, String kind, String text) {
        return Element.of("text", text)
                .with("class", kind)
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor);
    }

    static Element group(String kind, Object... marks) {
        return Element.of("g", marks).with("class", kind);
    }
}
