package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.writing.Element;
import dev.pushlab.bench.writing.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A picture of rows on one scale, a lane each: its name, its figure, and below them its marks. */
final class Chart {

    private static final int WIDTH = 400;
    private static final int MARGIN = 12;
    private static final int KEY = 34;
    private static final int LANE = 40;
    /** From a lane's top to the middle of its marks. */
    private static final int TRACK = 26;

    private static final int AXIS = 22;

    private final String id;
    private final String title;
    private final Scale scale;
    private final DoubleFunction<String> tick;
    private final List<Element> lanes = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Element key = Element.of("g");
    private Element rule = Element.of("g");

    /** @param tick a value of the scale for people */
    Chart(String id, String title, Scale scale, DoubleFunction<String> tick) {
        this.id = id;
        this.title = title;
        this.scale = scale;
        this.tick = tick;
    }

    /** Across the picture. */
    double x(double value) {
        return MARGIN + scale.at(value) * (WIDTH - 2 * MARGIN);
    }

    /** Explains the marks, above them. */
    void key(Object... marks) {
        key = Marks.group("key", marks);
    }

    /** A value that all are held against. */
    void rule(double value) {
        rule = Marks.line(x(value), KEY, x(value), bottom(), "rule");
    }

    /** @param marks around a middle at 0 */
    void lane(Subject subject, String figure, List<Element> marks) {
        var drawn = Marks.group(kind(subject), marks).with("transform", "translate(0 " + TRACK + ")");
        add(subject, figure, "figure", drawn);
    }

    void invalid(Subject subject) {
        add(subject, "invalid", "invalid", Element.of("g"));
    }

    /** For a page that has the styles. */
    Element inline() {
        return picture(height()).add(drawing());
    }

    /** For a file of its own, with what must be said beside. */
    String file(Report report) {
        var lines = new ArrayList<String>();
        if (!report.valid()) {
            lines.add("NOT VALID: what is marked invalid can't be believed");
        }
        if (report.indicative()) {
            lines.add("INDICATIVE: measured in a hurry");
        }
        int top = 58 + 16 * lines.size();
        int height = top + height() + MARGIN;
        var svg = Marks.file(picture(height), WIDTH, height)
                .add(Marks.text(MARGIN, 24, "start", "heading", title))
                .add(Marks.text(MARGIN, 42, "start", "figure", Words.shortLoad(report.settings())));
        for (int i = 0; i < lines.size(); i++) {
            svg.add(Marks.text(MARGIN, 60 + 16.0 * i, "start", "invalid", lines.get(i)));
        }
        return svg.add(drawing().with("transform", "translate(0 " + top + ")")) + "\n";
    }

    private void add(Subject subject, String figure, String kind, Element marks) {
        lanes.add(Element.of(
                        "g",
                        Marks.text(MARGIN, 14, "start", "name", subject.title()),
                        Marks.text(WIDTH - MARGIN, 14.0, "end", kind, figure),
                        marks)
                .with("transform", "translate(0 " + (KEY + LANE * lanes.size()) + ")"));
        told.add(subject.title() + ": " + figure);
    }

    private Element picture(int height) {
        return Marks.picture(id, title, String.join("; ", told), WIDTH, height);
    }

    private Element drawing() {
        return Element.of("g", axis(), rule, key, lanes);
    }

    private Element axis() {
        var axis = Marks.group("axis");
        for (double value : scale.ticks()) {
            double x = x(value);
            String anchor = x < 2 * MARGIN ? "start" : x > WIDTH - 2 * MARGIN ? "end" : "middle";
            axis.add(Marks.line(x, KEY, x, bottom(), "grid"))
                    .add(Marks.text(x, bottom() + 15, anchor, "tick", tick.apply(value)));
        }
        return axis;
    }

    private double bottom() {
        return KEY + (double) LANE * lanes.size();
    }

    private int height() {
        return KEY + LANE * lanes.size() + AXIS;
    }

    private static String kind(Subject subject) {
        return Marks.series(subject.strategy())
                + (subject.implementation() == Implementation.TEXTBOOK ? " textbook" : "");
    }
}
