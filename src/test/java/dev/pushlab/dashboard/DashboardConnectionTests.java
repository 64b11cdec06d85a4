package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.Select;

/** What the page connects when the user says so, over what, and how much the browser has room for. */
class DashboardConnectionTests extends BrowserTests {

    /** Notes the address of whatever is opened, whoever opens it, since the user changed something last. */
    private static final String SPY = """
            window.opened = [];
            addEventListener('change', () => (opened.length = 0), true);
            for (const name of ['WebSocket', 'EventSource']) {
              window[name] = new Proxy(window[name], {
                construct: (type, given) => (opened.push(String(given[0])), new type(...given)),
              });
            }
            const { open } = XMLHttpRequest.prototype;
            XMLHttpRequest.prototype.open = function (...given) {
              opened.push(String(given[1]));
              return open.apply(this, given);
            };""";

    /** What a page that was loaded over HTTP/2 sees. */
    private static final String HTTP_2 = "performance.getEntriesByType = () => [{ nextHopProtocol: 'h2' }];";

    @Test
    void whatTheUserSwitchesOnReceivesAndIsRemembered() {
        open("/");
        switchOn(others);
        toggle("polling").click();
        for (var id : others) {
            awaitReceived(id, 5);
            assertThat(text(id, "state")).isEqualTo("live");
            assertLedgerIsClean(id);
        }
        open("/");
        for (var id : others) {
            awaitReceived(id, 1);
            assertThat(toggle(id).isSelected()).isTrue();
            assertLedgerIsClean(id);
        }
        assertThat(toggle("polling").isSelected()).isFalse();
        assertThat(text("polling", "state")).isEqualTo("off");
        assertThat(errors()).isEmpty();
    }

    @Test
    void everyTransportThatTheUserForcesIsTheOneUsed() {
        onNewDocument(SPY);
        open("/");
        awaitLive();
        assertThat(text("stomp", "state")).isEqualTo("live · websocket");

        assertUses("xhr-streaming", "xhr-streaming", "/api/stomp/[0-9]+/[a-z0-9]+/xhr_streaming", 3);
        assertUses("eventsource", "eventsource", "/api/stomp/[0-9]+/[a-z0-9]+/eventsource", 3);
        assertUses("xhr-polling", "xhr-polling", "/api/stomp/[0-9]+/[a-z0-9]+/xhr", 3);
        assertUses("websocket", "websocket", "/api/stomp/[0-9]+/[a-z0-9]+/websocket", 2);
        assertUses("native-websocket", "native WebSocket", "/api/stomp/websocket", 2);

        pauseWorkload();
        var head = position(publish());
        await().untilAsserted(() -> assertThat(lastPosition("stomp")).isEqualTo(head));
        assertLedgerIsClean("stomp");
        assertThat(errors()).isEmpty();
        open("/");
        awaitLive();
        assertThat(text("stomp", "state")).isEqualTo("live · native WebSocket");
        assertThat(transport().getFirstSelectedOption().getText()).isEqualTo("native WebSocket");
    }

    private void assertUses(String transport, String shown, String path, int held) {
        transport().selectByValue(transport);
        await(transport).untilAsserted(() -> assertThat(text("stomp", "state")).isEqualTo("live · " + shown));
        awaitReceived("stomp", count("stomp", "received") + 5);
        assertThat(opened()).anyMatch(opened -> opened.matches("(?:(?:ws|http)://[^/]+)?" + path + "(?:\\?.*)?"));
        // No other was so much as tried.
        assertThat(opened().stream().filter(opened -> opened.contains("/api/stomp/")))
                .allMatch(opened -> opened.matches(".*(?:" + path + "|/info|/xhr_send)(?:\\?.*)?"));
        assertThat(slots()).isEqualTo(held + " of 6 browser connections held");
        assertLedgerIsClean("stomp");
    }

    @Test
    void oneConnectionTooManyIsRefusedWithTheReason() {
        open("/");
        awaitLive();
        assertThat(slots()).isEqualTo("2 of 6 browser connections held");
        anotherTabHolds(3);
        await().untilAsserted(() -> assertThat(slots()).isEqualTo("5 of 6 browser connections held (3 by other tabs)"));

        toggle("ndjson").click();

        assertThat(text("ndjson", "reason")).startsWith("No browser connection is left: 5 of 6 are held");
        assertThat(toggle("ndjson").isSelected()).isFalse();
        assertThat(find("#announcement").getDomProperty("textContent")).isEqualTo(text("ndjson", "reason"));
        assertThat(browser.executeScript("return localStorage.getItem('pushlab.on.ndjson')"))
                .isNull();
        transport().selectByValue("xhr-streaming");
        assertThat(find("[data-strategy=stomp] .problem").getText()).startsWith("No browser connection is left");
        assertThat(transport().getFirstSelectedOption().getText()).isEqualTo("automatic");
        assertThat(text("stomp", "state")).isEqualTo("live · websocket");
        toggle("websocket").click();
        awaitReceived("websocket", 1);

        // Nobody ever heard of that tab again.
        await().untilAsserted(() -> assertThat(slots()).isEqualTo("2 of 6 browser connections held"));
        assertThat(text("ndjson", "reason")).isEmpty();
        toggle("ndjson").click();
        awaitReceived("ndjson", 1);
    }

    @Test
    void tabsThatShareNothingCountTogether() {
        open("/");
        awaitLive();
        toggle("ndjson").click();
        awaitReceived("ndjson", 1);
        transport().selectByValue("xhr-polling");
        await().untilAsserted(() -> assertThat(slots()).startsWith("4 of 6"));
        var first = browser.getWindowHandle();
        var second = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();

        open("/?topic=other");

        await().untilAsserted(() -> assertThat(slots()).isEqualTo("5 of 6 browser connections held (4 by other tabs)"));
        for (var id : List.of("sse", "stomp", "ndjson")) {
            assertThat(text(id, "reason")).as(id).startsWith("No browser connection is left");
        }
        click("#publish button");
        await().untilAsserted(
                        () -> assertThat(find("#publish .result").getText()).startsWith("Published"));
        awaitReceived("polling", 1);
        awaitReceived("long-polling", 1);
        browser.switchTo().window(first);
        browser.close();
        browser.switchTo().window(second);
        await().untilAsserted(() -> assertThat(slots()).isEqualTo("1 of 6 browser connections held"));
        toggle("sse").click();
        await().untilAsserted(() -> assertThat(text("sse", "state")).isEqualTo("live"));
        click("#publish button");
        awaitReceived("sse", 1);
    }

    @Test
    void aFallbackThatTurnsOutToTakeTheLastConnectionIsLetGo() {
        onNewDocument("delete window.WebSocket");
        open("/");
        awaitLive();
        assertThat(text("stomp", "state")).isEqualTo("live · xhr-streaming");
        assertThat(slots()).isEqualTo("3 of 6 browser connections held");
        toggle("stomp").click();
        anotherTabHolds(3);
        toggle("stomp").click();
        await().untilAsserted(() ->
                assertThat(text("stomp", "reason")).startsWith("No browser connection is left: 6 of 6 are held"));
        assertThat(toggle("stomp").isSelected()).isFalse();
        assertThat(slots()).isEqualTo("5 of 6 browser connections held (3 by other tabs)");
    }

    @Test
    void overHttp2ThereIsNoLimit() {
        onNewDocument(HTTP_2);
        open("/");
        awaitLive();
        assertThat(slots()).startsWith("This page came over HTTP/2");
        anotherTabHolds(9);
        toggle("ndjson").click();
        awaitReceived("ndjson", 1);
    }

    @Test
    void speaksKoreanAboutConnections() {
        open("/?lang=ko");
        await().untilAsserted(() -> assertThat(text("stomp", "state")).isEqualTo("수신 중 · websocket"));
        anotherTabHolds(3);
        transport().selectByValue("native-websocket");
        await().untilAsserted(() -> assertThat(text("stomp", "state")).isEqualTo("수신 중 · 네이티브 WebSocket"));
        await().untilAsserted(() -> assertThat(slots()).isEqualTo("브라우저 연결 6개 중 5개 사용 중(다른 탭 3개)"));
        toggle("ndjson").click();
        assertThat(text("ndjson", "reason")).startsWith("남은 브라우저 연결이 없습니다.");
    }

    /** Says once what a tab would say that died right after. */
    private void anotherTabHolds(int connections) {
        browser.executeScript("""
                const held = [...Array(arguments[0]).keys()].map(String);
                new BroadcastChannel('pushlab.slots').postMessage({ id: 1, held, starting: false });""", connections);
    }

    private Select transport() {
        return new Select(find("[data-strategy=stomp] [name=transport]"));
    }

    private String slots() {
        return browser.findElement(By.cssSelector("#slots .held")).getText();
    }

    @SuppressWarnings("unchecked")
    private List<String> opened() {
        return (List<String>) browser.executeScript("return opened");
    }
}
