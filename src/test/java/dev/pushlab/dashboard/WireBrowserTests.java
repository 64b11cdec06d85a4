package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The view of the bytes on the wire: what it shows went through the server's sockets. */
class WireBrowserTests extends BrowserTests {

    @Test
    void showsTheBytesOfEveryStrategyThatIsOn() {
        open("/?view=wire");
        var token = find("body").getDomAttribute("data-page");
        for (var id : core) {
            choose(id);
            await(id).untilAsserted(() -> assertThat(notes()).contains("The event"));
            assertThat(texts(".wire-talk code"))
                    .anyMatch(line -> line.startsWith("GET /api/" + id) && line.contains("page=" + "*".repeat(22)))
                    .noneMatch(line -> line.contains(token));
        }
        await().untilAsserted(() -> assertThat(browser.findElements(By.cssSelector(".wire-costs tbody tr")))
                .hasSize(core.size()));
        assertThat(errors()).isEmpty();
    }

    @Test
    void explainsTheHandshakeAndTheFramesOfAWebSocket() {
        open("/?view=wire&wire=stomp");
        await().untilAsserted(() -> assertThat(notes()).contains("The event", "STOMP command"));
        assertThat(find(".wire-talk").getText()).contains("101 Switching Protocols", "✓ Recomputed here");
        assertThat(texts(".bit-field .name")).contains("FIN", "RSV", "opcode", "MASK", "length", "key");
    }

    @Test
    void everybodyCanReadIt() {
        Chromium.size(browser, 390, 844);
        Chromium.colours(browser, "dark");
        open("/?view=wire&wire=stomp");
        await().untilAsserted(() -> assertThat(notes()).contains("The event"));
        click("[name=follow]");
        assertNobodyIsShutOut();
    }

    @Test
    void whatIsOffHasNothingToShow() {
        open("/?view=wire&wire=ndjson");
        await().untilAsserted(() -> assertThat(find(".wire-none").getText()).startsWith("Nothing recorded for NDJSON"));
        assertThat(texts(".wire-talk .said")).isEmpty();
    }

    @Test
    void standsStillForReading() {
        workload("{\"kind\":\"generator\",\"rate\":50,\"size\":20}");
        open("/?view=wire&wire=sse");
        await().untilAsserted(() -> assertThat(notes()).contains("The event"));
        click("[name=follow]");
        var shown = find(".wire-talk").getText();
        awaitReceived("sse", count("sse", "received") + 20);
        assertThat(find(".wire-talk").getText()).isEqualTo(shown);
        click("[name=follow]");
        await().untilAsserted(() -> assertThat(find(".wire-talk").getText()).isNotEqualTo(shown));
    }

    private void choose(String id) {
        click(".wire-choice [value=" + id + "]");
    }

    private List<String> notes() {
        return texts(".wire-talk .note");
    }

    /** All at once: what is shown may change in between. */
    @SuppressWarnings("unchecked")
    private List<String> texts(String selector) {
        return (List<String>) browser.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)", selector);
    }
}
