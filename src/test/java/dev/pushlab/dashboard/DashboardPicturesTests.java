package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page's pictures, read back from what is drawn. */
class DashboardPicturesTests extends BrowserTests {

    private static final String STEADY = "{\"kind\":\"generator\",\"rate\":50,\"size\":20}";

    /** Counts the drawings, by canvas. */
    private static final String COUNT = """
            window.drawn = { latency: 0, timeline: 0, distribution: 0, bytes: 0 };
            const { clearRect } = CanvasRenderingContext2D.prototype;
            CanvasRenderingContext2D.prototype.clearRect = function (...area) {
              drawn[this.canvas.id]++;
              return clearRect.apply(this, area);
            };""";

    /** The opaque places at the foot of each lane: its ticks. */
    private static final String TICKS = """
            const canvas = document.getElementById('timeline');
            const lanes = arguments[0] + 1;
            const laneHeight = (canvas.height - 22) / lanes;
            return Array.from({ length: lanes }, (_, i) => {
              const { data } = canvas.getContext('2d').getImageData(92, Math.floor((i + 0.9) * laneHeight) - 3, canvas.width - 92, 1);
              return data.filter((value, at) => at % 4 === 3 && value > 250).length;
            });""";

    @Test
    void everyStrategyThatIsOnIsDrawnInItsOwnColour() {
        open("/");
        awaitReceived(5);
        await().untilAsserted(() -> assertThat(lines("latency"))
                .containsOnlyKeys(names())
                .allSatisfy((name, line) -> assertThat(line.points()).isPositive()));
        assertThat(lines("latency"))
                .allSatisfy((name, line) -> assertThat(line.colour()).isEqualTo(colour(name)));
        assertThat(lines("latency").values()).extracting(Line::colour).doesNotHaveDuplicates();

        var light = colour("SSE");
        Chromium.colours(browser, "dark");
        await().untilAsserted(() -> assertThat(lines("latency").get("SSE").colour())
                .isNotEqualTo(light)
                .isEqualTo(colour("SSE")));
        toggle("sse").click();
        await().untilAsserted(() -> assertThat(lines("latency")).doesNotContainKey("SSE"));
        assertThat(find("[data-legend=sse]").isDisplayed()).isFalse();
        assertThat(find("[data-legend=polling]").isDisplayed()).isTrue();
        assertThat(errors()).isEmpty();
    }

    @Test
    void theTimelineHasATickForWhatIsDueAndForWhatArrives() {
        workload("{\"kind\":\"generator\",\"rate\":5,\"size\":20}");
        open("/?view=pictures");
        awaitReceived(15);
        assertThat(ticks())
                .hasSize(core.size() + 1)
                .allSatisfy(ticks -> assertThat(ticks).isGreaterThan(2));
        // What arrives together stands together.
        assertThat(ticks().get(1 + core.indexOf("polling"))).isLessThan(ticks().get(1 + core.indexOf("sse")));
    }

    @Test
    void pollingIsLateByAnythingUpToItsInterval() {
        workload(STEADY);
        open("/?view=pictures");
        awaitReceived("polling", 250);
        var shares = browser.executeScript("""
                const polling = Chart.getChart('distribution').data.datasets.find(({ label }) => label === 'Polling').data;
                return [250, 500, 750].map((ms) => polling.filter(({ x }) => x <= ms).at(-1)?.y ?? 0);""");
        assertThat(((List<?>) shares))
                .map(share -> ((Number) share).doubleValue())
                .satisfiesExactly(
                        quarter -> assertThat(quarter).isBetween(15., 35.),
                        half -> assertThat(half).isBetween(40., 60.),
                        most -> assertThat(most).isBetween(62., 85.));
        assertThat(milliseconds("p50")).isBetween(400., 600.);
        assertThat(milliseconds("max")).isBetween(900., 1600.);
        assertThat(milliseconds("p50")).isLessThan(milliseconds("p90"));
    }

    @Test
    void anInterruptionIsCountedAndItsEndTimed() {
        workload(STEADY);
        open("/");
        awaitReceived(5);
        assertThat(text("sse", "opened")).isEqualTo("1");
        assertThat(text("sse", "recovered")).isEqualTo("–");
        click("#drop button");
        await().untilAsserted(() -> assertThat(text("sse", "opened")).isEqualTo("2"));
        await().untilAsserted(() -> assertThat(text("sse", "recovered")).matches("[0-9.]+ m?s"));
        assertLedgerIsClean("sse");
    }

    @Test
    void theServersHalfStandsInTheCardAndInTheBars() {
        open("/");
        awaitReceived(5);
        await().untilAsserted(() -> assertThat(text("sse", "lag")).matches("[0-9,]+"));
        toggle("sse").click();
        var page = find("body").getDomAttribute("data-page");
        await().untilAsserted(() -> {
            var up = send("GET", "/api/stats?page=" + page, "").replaceAll(".*\"sse\":\\{\"bytesIn\":(\\d+).*", "$1");
            assertThat(text("sse", "up")).isEqualTo(up + " B");
        });
        assertThat(text("sse", "down")).endsWith("kB");
        assertThat(text("sse", "per-event")).matches("\\d+ B");
        click("[data-view=pictures]");
        await().untilAsserted(() -> assertThat(bars())
                .containsOnlyKeys("Polling", "Long polling", "STOMP")
                .allSatisfy((name, down) -> assertThat(down).isGreaterThan(100)));
    }

    @Test
    void whatNobodySeesIsNotDrawn() {
        onNewDocument(COUNT);
        open("/");
        awaitReceived(1);
        await().untilAsserted(() -> assertThat(drawn("latency")).isGreaterThan(3));
        assertThat(drawn("timeline")).isZero();
        click("[data-view=pictures]");
        await().untilAsserted(() -> assertThat(drawn("timeline")).isGreaterThan(3));
        browser.executeScript("Object.defineProperty(document, 'hidden', { value: true })");
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        browser.executeScript("Object.keys(drawn).forEach((id) => (drawn[id] = 0))");
        await().during(Duration.ofMillis(800))
                .untilAsserted(
                        () -> assertThat(drawn("timeline") + drawn("latency")).isZero());
    }

    @Test
    void whoWantsLittleMovementSeesAStillAxis() {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        onNewDocument(COUNT);
        open("/");
        awaitReceived(5);
        await().untilAsserted(() -> assertThat(drawn("latency")).isGreaterThan(2));
        var seconds = (Number) browser.executeScript("return performance.now() / 1000");
        assertThat(drawn("latency")).isLessThanOrEqualTo((long) seconds.doubleValue() + 2);
        assertThat(browser.executeScript("return Chart.getChart('latency').options.scales.x.max % 10"))
                .isEqualTo(0L);
    }

    @Test
    void nobodyIsShutOutOfThePictures() {
        Chromium.size(browser, 390, 844);
        Chromium.colours(browser, "dark");
        open("/?view=pictures");
        awaitReceived(1);
        assertNobodyIsShutOut();
        assertThat(find("#timeline").getDomAttribute("aria-label")).contains("arrived");
    }

    record Line(String colour, long points) {}

    @SuppressWarnings("unchecked")
    private Map<String, Line> lines(String chart) {
        var lines = (List<List<Object>>) browser.executeScript(
                "return Chart.getChart(arguments[0]).data.datasets.map((line) => [line.label, line.borderColor, line.data.length])",
                chart);
        return lines.stream()
                .collect(Collectors.toMap(
                        line -> (String) line.get(0), line -> new Line((String) line.get(1), (Long) line.get(2))));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Double> bars() {
        var bars = (List<List<Object>>) browser.executeScript("""
                const { labels, datasets: [down] } = Chart.getChart('bytes').data;
                return labels.map(([name], i) => [name, down.data[i]]);""");
        return bars.stream()
                .collect(Collectors.toMap(bar -> (String) bar.get(0), bar -> ((Number) bar.get(1)).doubleValue()));
    }

    private String[] names() {
        return core.stream().map(id -> card(id).getDomAttribute("data-name")).toArray(String[]::new);
    }

    private String colour(String name) {
        return (String) browser.executeScript(
                "return getComputedStyle(document.querySelector(`[data-name='${arguments[0]}']`)).getPropertyValue('--series').trim()",
                name);
    }

    @SuppressWarnings("unchecked")
    private List<Long> ticks() {
        return (List<Long>) browser.executeScript(TICKS, core.size());
    }

    private long drawn(String canvas) {
        return (Long) browser.executeScript("return drawn[arguments[0]]", canvas);
    }

    private double milliseconds(String field) {
        var shown = text("polling", field).split(" ");
        return Double.parseDouble(shown[0]) * (shown[1].equals("s") ? 1000 : 1);
    }
}
