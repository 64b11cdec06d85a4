package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.writing.Xml;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What is drawn is what was measured. */
class ChartsTests {

    @Test
    void barsAreAsLongAsTheirValues() {
        var bars = shapes(Charts.cpuFile(Reports.of(List.of(cpu("polling", 10), cpu("sse", 2.5)))), "rect", "bar");
        assertThat(bars).hasSize(2);
        assertThat(number(bars.get(0), "width") / number(bars.get(1), "width")).isCloseTo(4, within(0.01));
    }

    @Test
    void theFloorIsALineAtItsValue() {
        var bare = Reports.row(Row.LOAD, Reports.bare())
                .with(Measure.SERVER_CPU, 5, 5)
                .row();
        String svg = Charts.cpuFile(Reports.of(List.of(bare, cpu("sse", 10))));
        var bar = shapes(svg, "rect", "bar").get(0);
        var rule = shapes(svg, "line", "rule").get(0);
        double middle = number(bar, "x") + number(bar, "width") / 2;
        assertThat(number(rule, "x1")).isCloseTo(middle, within(0.2));
        assertThat(svg).contains("floor, a bare TCP socket: 5 ");
        assertThat(shapes(svg, "rect", "bar")).hasSize(1);
    }

    @Test
    void aFloorThatIsInvalidIsNamedAndNotDrawn() {
        var bare = Reports.row(Row.LOAD, Reports.bare())
                .with(Measure.SERVER_CPU, 5, 5)
                .check(Reports.OVERLOADED)
                .row();
        String svg = Charts.cpuFile(Reports.of(List.of(bare, cpu("sse", 10))));
        assertThat(shapes(svg, "line", "rule")).isEmpty();
        assertThat(svg).containsSubsequence(">bare TCP socket</text>", ">invalid</text>");
    }

    @Test
    void textbooksAreDrawnInTheColourOfTheirStrategy() {
        var textbook = Reports.row(Row.LOAD, Reports.textbook("sse"))
                .with(Measure.SERVER_CPU, 5, 5)
                .row();
        assertThat(Charts.cpuFile(Reports.of(List.of(cpu("sse", 4), textbook))))
                .contains("class=\"series-3\"", "class=\"series-3 textbook\"");
    }

    @Test
    void anIntervalBeyondAllReasonDoesNotPressTheBarsTogether() {
        var wild = Reports.row(Row.LOAD, Reports.ours("polling"))
                .with(Measure.SERVER_CPU, 1, 10)
                .row();
        var bars = shapes(Charts.cpuFile(Reports.of(List.of(wild, cpu("sse", 10)))), "rect", "bar");
        assertThat(number(bars.get(1), "width")).isGreaterThan(200);
    }

    @Test
    void latencyGoesByPowersOfTen() {
        var row = Reports.row(Row.LOAD, Reports.ours("sse"))
                .with(Measure.P50, 1)
                .with(Measure.P99, 10)
                .with(Measure.MAX, 1_000)
                .row();
        String svg = Charts.latencyFile(Reports.of(List.of(row)));
        var strokes = shapes(svg, "rect", "bar").stream()
                .filter(stroke ->
                        ((Element) stroke.getParentNode()).getAttribute("class").equals("series-3"))
                .toList();
        assertThat(strokes).hasSize(2);
        assertThat(number(strokes.get(1), "width") / number(strokes.get(0), "width"))
                .isCloseTo(2, within(0.01));
        assertThat(number(strokes.get(1), "height")).isLessThan(number(strokes.get(0), "height"));
        assertThat(svg).contains(">1 ms</text>", ">10 ms</text>", ">100 ms</text>", ">1 s</text>");
    }

    @Test
    void latencyOfNothingIsAPictureOfNothing() {
        assertThat(shapes(Charts.latencyFile(Reports.of(List.of())), "circle", "median"))
                .hasSize(1);
    }

    @Test
    void bytesStackUpWithTheEventsDataFirst() {
        var row = Reports.row(Row.LOAD, Reports.ours("sse"))
                .with(Measure.BYTES_DOWN, 300)
                .with(Measure.BYTES_UP, 100)
                .with(Measure.PAYLOAD_SHARE, 50)
                .row();
        String page = Format.HTML.write(Reports.of(List.of(row)));
        String svg = page.substring(page.indexOf("<svg", page.indexOf("on the wire")));
        var bars = shapes(svg.substring(0, svg.indexOf("</svg>") + 6), "rect", "").stream()
                .filter(bar ->
                        ((Element) bar.getParentNode()).getAttribute("class").equals("series-3"))
                .toList();
        assertThat(bars).extracting(bar -> bar.getAttribute("class")).containsExactly("bar", "bar rest", "up");
        double whole = bars.stream().mapToDouble(bar -> number(bar, "width")).sum();
        assertThat(bars.stream().map(bar -> number(bar, "width") / whole))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 0.01 ? 0 : 1, Double.class)
                .containsExactly(0.5, 0.25, 0.25);
    }

    @Test
    void filesCarryTheirStyleForLightAndDark() {
        for (var svg : List.of(Charts.cpuFile(Reports.valid()), Charts.latencyFile(Reports.valid()))) {
            var root = Xml.parse(svg).getDocumentElement();
            assertThat(root.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
            assertThat(svg)
                    .contains("prefers-color-scheme: dark", "class=\"ground\"", "1,000 clients, 20 events/s of 256 B");
        }
    }

    @Test
    void ticksAreRound() {
        assertThat(new Scale.Linear(61.3).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0);
        assertThat(new Scale.Linear(0).ticks()).containsExactly(0.0);
        assertThat(Scale.Logarithmic.over(0.3, 20).ticks()).containsExactly(0.1, 1.0, 10.0, 100.0);
    }

    private static Row cpu(String strategy, double value) {
        return Reports.row(Row.LOAD, Reports.ours(strategy))
                .with(Measure.SERVER_CPU, value, value)
                .row();
    }

    private static List<Element> shapes(String svg, String name, String kind) {
        var nodes = Xml.parse(svg).getElementsByTagName(name);
        var shapes = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            var shape = (Element) nodes.item(i);
            if (kind.isEmpty() || shape.getAttribute("class").equals(kind)) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }
}
