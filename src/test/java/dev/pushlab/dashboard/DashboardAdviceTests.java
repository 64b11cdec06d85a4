package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** The view that recommends. */
class DashboardAdviceTests extends BrowserTests {

    private static final String CLEAN =
            "{polling: {p99: 990000, interval: 1000}, sse: {p99: 20000}, websocket: {p99: 20000}}";

    /** Who is out of the question in any case. */
    private static final String OTHERS =
            "polling: {p99: 990000, lost: 1}, sse: {lost: 1}, ndjson: {lost: 1}, stomp: {lost: 1}";

    @Test
    void recommendsOrSaysWhyNot() {
        workload("{\"kind\":\"generator\",\"rate\":20,\"size\":256}");
        open("/?view=choose");
        await().until(() -> find("#view-choose .answer").isDisplayed()
                || find("#view-choose .withheld").isDisplayed());
        assertThat(errors()).isEmpty();
    }

    @Test
    void recommendsFromWhatWasMeasuredHere() {
        seen("", CLEAN, "undefined");
        await().untilAsserted(() ->
                assertThat(find("#made .answer").getText()).contains("measured here", "model, ±", "asking every"));
        assertThat(find("#made .asked").getText()).startsWith("At 1 events/s of 256 B");
        assertThat(find("#made .why").getText()).contains("within 1 s", "for 1,000 clients");
        assertThat(find("#made .caveats").getText()).contains("battery", "six connections");
        assertThat(find("#made .flips").getText()).containsPattern("clients|lateness|events/s");
    }

    @Test
    void whoCannotWaitIsNotToldToPoll() {
        seen("&staleness=50", CLEAN, "undefined");
        await().untilAsserted(() ->
                assertThat(find("#made .excluded").getText()).contains("more than ten requests a second"));
        new Select(find("#made [name=staleness]")).selectByValue("60000");
        await().untilAsserted(
                        () -> assertThat(find("#made .excluded").getText()).doesNotContain("more than ten requests"));
        assertThat(browser.getCurrentUrl()).contains("staleness=60000");
    }

    @Test
    void theQuestionStandsInTheAddress() {
        seen("&audience=2500&staleness=200&twoway=true", CLEAN, "undefined");
        assertThat(chosen("#made [name=audience]")).isEqualTo("2,500");
        assertThat(chosen("#made [name=staleness]")).isEqualTo("200 ms");
        assertThat(find("#made [name=twoway]").isSelected()).isTrue();
        await().untilAsserted(() -> assertThat(find("#made .excluded").getText())
                .contains("Each message of a client takes a request of its own."));
        click("#made [name=twoway]");
        await().untilAsserted(
                        () -> assertThat(find("#made .excluded").getText()).doesNotContain("Each message of a client"));
        assertThat(browser.getCurrentUrl()).contains("twoway=false", "audience=2500");
    }

    private String chosen(String select) {
        return new Select(find(select)).getFirstSelectedOption().getText();
    }

    @Test
    void whatIsOutOfRangeIsTakenIntoItAndSaid() {
        open("/?view=choose&audience=5000000&staleness=1");
        await().untilAsserted(() -> assertThat(find("#complaints").getText())
                .contains("audience in the address must be 1 to 1,000,000", "staleness in the address must be 50"));
        assertThat(chosen("#view-choose [name=audience]")).isEqualTo("1,000,000");
    }

    @Test
    void oppositeMeasurementsTurnTheRanking() {
        seen("&audience=200", "{'long-polling': {p99: 20000}, websocket: {p99: 1500000}, " + OTHERS + "}", "undefined");
        await().untilAsserted(
                        () -> assertThat(find("#made .first h2").getText()).isEqualTo("long-polling"));
        assertThat(find("#made .excluded").getText())
                .contains("Too late: p99 is 1,500 ms here, and 1 s is accepted.", "It lost events here: 1.");
        seen("&audience=200", "{'long-polling': {p99: 1500000}, websocket: {p99: 20000}, " + OTHERS + "}", "undefined");
        await().untilAsserted(
                        () -> assertThat(find("#made .first h2").getText()).isEqualTo("websocket"));
    }

    @Test
    void forThisPageAloneTheBytesThatItMovedDecide() {
        seen("&audience=1", "{sse: {p99: 20000, bytes: 150}, websocket: {p99: 20000, bytes: 450}}", "undefined");
        await().untilAsserted(
                        () -> assertThat(find("#made .first h2").getText()).isEqualTo("sse"));
        assertThat(find("#made .why").getText()).containsPattern("websocket comes next, at (2.9|3|3.1) times as much");
        seen("&audience=1", "{sse: {p99: 20000, bytes: 450}, websocket: {p99: 20000, bytes: 150}}", "undefined");
        await().untilAsserted(
                        () -> assertThat(find("#made .first h2").getText()).isEqualTo("websocket"));
    }

    @Test
    void asksNothingWhileNobodyLooks() {
        seen("", CLEAN, "undefined");
        await().untilAsserted(() -> assertThat(questions()).isPositive());
        browser.executeScript("document.getElementById('made').hidden = true");
        long asked = questions();
        // Longer than it takes from one question to the next, and one that was on its way.
        await().during(Duration.ofSeconds(4)).until(() -> questions() <= asked + 1);
        browser.executeScript("document.getElementById('made').hidden = false");
        await().untilAsserted(() -> assertThat(questions()).isGreaterThan(asked + 1));
    }

    private long questions() {
        return (long) browser.executeScript(
                "return performance.getEntriesByType('resource').filter((e) => e.name.endsWith('/api/advice')).length");
    }

    @Test
    void nothingIsRecommendedWhileThePageCannotBeBelieved() {
        seen(
                "&audience=200",
                "{websocket: {p99: 20000}}",
                "{believed: false, reasons: () => [{kind: 'busy', text: 'Too busy.'}]}");
        await().untilAsserted(() ->
                assertThat(find("#made .withheld").getText()).isEqualTo("No recommendation for now. Too busy."));
        assertThat(find("#made .answer").isDisplayed()).isFalse();
        browser.executeScript("made.trust = {believed: true, reasons: () => []}");
        await().untilAsserted(
                        () -> assertThat(find("#made .answer").isDisplayed()).isTrue());
        assertThat(find("#made .withheld").isDisplayed()).isFalse();
    }

    @Test
    void speaksKorean() {
        seen("&lang=ko", CLEAN, "undefined");
        await().untilAsserted(() -> {
            assertThat(find("#made .why").getText()).contains("클라이언트 1,000개");
            assertThat(find("#made .caveats").getText()).contains("배터리");
        });
        assertThat(find("#made").getText()).doesNotContain("advice").doesNotContainPattern("\\{\\d}");
    }

    @Test
    void everybodyCanReadIt() {
        Chromium.size(browser, 360, 800);
        Chromium.colours(browser, "dark");
        seen("", CLEAN, "undefined");
        await().untilAsserted(() -> assertThat(find("#made .answer").getText()).contains("measured here"));
        assertNobodyIsShutOut();
    }

    /**
     * The view once more, in place of the page's own, on a page that saw 20 events/s in the given way.
     *
     * @param query what the address says
     * @param strategies what was seen of each: p99 in µs, bytes an event, lost events
     * @param trust whether the page can be believed
     */
    private void seen(String query, String strategies, String trust) {
        workload("{\"kind\":\"generator\",\"rate\":1,\"size\":256}");
        open("/?view=choose" + query);
        browser.executeScript("""
                const original = document.querySelector('[data-feature=advice]');
                const element = original.cloneNode(true);
                element.id = 'made';
                original.before(element);
                original.hidden = true;
                element.hidden = false;
                const { Settings } = await import('/js/settings.js');
                const { start } = await import('/js/features/advice.js');
                const begun = performance.now();
                const received = () => Math.round((performance.now() - begun) / 50);
                const subscription = ({ p99, interval, lost = 0 }) => ({
                  isOn: true, state: { name: 'live' }, options: { interval }, events: [], watch() {},
                  meter: { snapshot: () => ({ received: received(), requests: received(), lost, latency: { p99 } }) },
                });
                const strategies = %s;
                window.made = {
                  stats: { of: (id) => (strategies[id].bytes ? { down: received() * strategies[id].bytes, up: 0 } : {}) },
                  strategies: Object.entries(strategies).map(([id, seen]) =>
                    ({ id, name: id, element: document.createElement('p'), subscription: subscription(seen) })),
                  settings: new Settings(),
                  api: (path) => '/api/' + path,
                  announce() {},
                  trust: %s,
                };
                start(element, made);
                """.formatted(strategies, trust));
    }
}
