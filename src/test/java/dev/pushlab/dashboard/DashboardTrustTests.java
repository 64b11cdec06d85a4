package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** What the page says about its own figures. */
class DashboardTrustTests extends BrowserTests {

    /** Swallows one event on its way to polling. */
    private static final String LOSS = """
            const { text } = Response.prototype;
            let planted = false;
            Response.prototype.text = async function () {
              const body = await text.call(this);
              const batch = !planted && this.url.includes('/api/polling?') ? JSON.parse(body) : null;
              planted ||= batch?.events.length > 1;
              return batch?.events.splice(1, 1).length > 0 ? JSON.stringify(batch) : body;
            };""";

    private static final String BLOCK = "for (const end = performance.now() + 700; performance.now() < end; );";

    /** Lets the page believe that so much time has gone by. */
    private static final String MINUTE = """
            const later = performance.timeOrigin + 61_000;
            Object.defineProperty(performance, 'timeOrigin', { configurable: true, value: later });""";

    /** Takes the connections that the page's streams leave, and gives one back after two seconds. */
    private static final String CROWD = """
            for (let i = 0; i < 5; i++) {
              const abort = new AbortController();
              fetch('/api/ndjson?topic=crowd', { signal: abort.signal }).catch(() => {});
              i === 0 && setTimeout(() => abort.abort(), 2000);
            }""";

    @Test
    void aBusyPageWithholdsItsVerdictForAsLongAsItsFiguresContainIt() {
        open("/");
        awaitLive();
        browser.executeScript(BLOCK);
        await().untilAsserted(() ->
                assertThat(verdict()).contains("This page was busy").contains("No verdict until"));
        assertThat(isBelieved()).isFalse();
        awaitReceived(5);
        assertThat(browser.executeScript("return getComputedStyle(arguments[0]).fontWeight", figure("sse")))
                .isEqualTo("400");
        await().untilAsserted(() -> {
            browser.executeScript(MINUTE);
            // The page looks four times a second.
            await().untilAsserted(() -> assertThat(isBelieved()).isTrue());
        });
        assertThat(verdict()).startsWith("The figures can be believed");
        assertThat(errors()).isEmpty();
    }

    @Test
    void aHiddenTabSaysSinceWhen() {
        open("/");
        awaitLive();
        var page = browser.getWindowHandle();
        var other = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        await().during(Duration.ofMillis(500)).until(() -> true);
        browser.switchTo().window(page);
        await().untilAsserted(() ->
                assertThat(verdict()).containsPattern("hidden from \\d\\d:\\d\\d:\\d\\d to \\d\\d:\\d\\d:\\d\\d"));
        assertThat(isBelieved()).isFalse();
        browser.switchTo().window(other).close();
        browser.switchTo().window(page);
        await().untilAsserted(() -> {
            browser.executeScript(MINUTE);
            await().untilAsserted(() -> assertThat(verdict()).doesNotContain("hidden"));
        });
    }

    @Test
    void whatWaitsForAConnectionIsNamed() {
        open("/");
        awaitLive();
        browser.executeScript(CROWD);
        await().untilAsserted(
                        () -> assertThat(verdict()).containsPattern("Polling waited .*s for one of the browser’s six"));
        assertThat(isBelieved()).isFalse();
    }

    @Test
    void figuresWithALossAreMarkedAsNoResult() {
        workload("{\"kind\":\"generator\",\"rate\":50,\"size\":20}");
        onNewDocument(LOSS);
        open("/");
        await().untilAsserted(
                        () -> assertThat(text("polling", "unclean")).isEqualTo("Not a result: 1 lost, 0 duplicated"));
        assertThat(count("polling", "lost")).isOne();
        assertThat(card("polling").getDomAttribute("data-unclean")).isNotNull();
        assertThat(card("sse").getDomAttribute("data-unclean")).isNull();
    }

    private boolean isBelieved() {
        return "true".equals(find("body").getDomAttribute("data-believed"));
    }

    private String verdict() {
        return find(".trust .line").getText();
    }

    private WebElement figure(String id) {
        return find("[data-strategy=" + id + "] [data-field=p99]");
    }
}
