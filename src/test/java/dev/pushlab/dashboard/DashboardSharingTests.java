package dev.pushlab.dashboard;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import org.springframework.test.context.TestPropertySource;

/** Several tabs of one browser that live on the same streams. */
@TestPropertySource(
        properties = {"pushlab.push.heartbeat=1s", "pushlab.system.allowed-hosts=" + Chromium.INSECURE_HOST})
class DashboardSharingTests extends BrowserTests {

    private static final String BUSY = "{\"kind\":\"generator\",\"rate\":50,\"size\":128,\"burst\":1}";

    /** What each tab would keep a connection for. */
    private static final List<String> SHARED = List.of("long-polling", "sse", "ndjson", "stomp");

    private List<String> tabs;

    @AfterEach
    void closeTabs() {
        for (var other : tabs.subList(1, tabs.size())) {
            browser.switchTo().window(other);
            browser.close();
        }
        browser.switchTo().window(tabs.get(0));
    }

    @Test
    void threeTabsAreLiveOverOneConnectionAStream() {
        openTabs("http://localhost:" + port, 3);

        everywhere(this::awaitMore);

        for (var id : SHARED) {
            await(id).untilAsserted(() -> assertThat(connections(id)).isEqualTo(1));
        }
        show(tabs.get(0));
        await().untilAsserted(() -> assertThat(find(".sharing").getText())
                .startsWith("This tab holds the connection of Long polling, SSE, STOMP, and NDJSON")
                .contains("Three tabs with two streams each would use up all six"));
        show(tabs.get(2));
        await().untilAsserted(() -> {
            assertThat(text("sse", "state")).isEqualTo("live · shared");
            assertThat(text("stomp", "state")).isEqualTo("live · xhr-streaming · shared");
            assertThat(find(".sharing").getText()).startsWith("Another tab holds the connection of");
            assertThat(find("#slots .held").getText()).isEqualTo("4 of 6 browser connections held (4 by other tabs)");
        });
        click("#drop button");
        for (var id : SHARED) {
            await(id).untilAsserted(() -> assertThat(text(id, "recovery")).isNotEmpty());
        }
        assertNothingWasLost();
    }

    @Test
    void whenTheLeaderClosesTheNextTabGoesOn() {
        openTabs("http://localhost:" + port, 3);
        assertHandsOn();
    }

    @Test
    void withoutASecureContextTheTabsAgreeWhoLeads() {
        openTabs("http://" + Chromium.INSECURE_HOST + ":" + port, 3);
        assertThat(browser.executeScript("return navigator.locks === undefined"))
                .isEqualTo(true);
        await().untilAsserted(() -> assertThat(find(".sharing").getText()).contains("has no Web Locks"));
        assertHandsOn();
    }

    private void assertHandsOn() {
        browser.switchTo().window(tabs.get(0));
        browser.close();
        tabs = tabs.subList(1, 3);
        everywhere(() -> {
            awaitMore();
            await().untilAsserted(
                            () -> assertThat(text("sse", "recovery")).matches("recovered .* · The tab that led .*"));
        });
        for (var id : SHARED) {
            await(id).untilAsserted(() -> assertThat(connections(id)).isEqualTo(1));
        }
        assertNothingWasLost();
    }

    @Test
    void aLeaderThatIsPutToSleepHandsOnAndFollowsWhenItWakes() {
        openTabs("http://localhost:" + port, 2);
        browser.switchTo().window(tabs.get(0));
        lifecycle("frozen");
        show(tabs.get(1));
        SHARED.forEach(id -> awaitNote(id, "The tab that led "));

        browser.switchTo().window(tabs.get(0));
        lifecycle("active");
        show(tabs.get(0));

        SHARED.forEach(id -> awaitNote(id, "The browser put this tab to sleep."));
        await().untilAsserted(() -> assertThat(text("sse", "state")).isEqualTo("live · shared"));
        assertNothingWasLost();
    }

    @Test
    void aLeaderThatHangsIsRelieved() {
        openTabs("http://localhost:" + port, 2, "polling", "long-polling", "ndjson", "stomp");
        browser.switchTo().window(tabs.get(0));
        browser.executeScript("setTimeout(() => { const end = Date.now() + 7000; while (Date.now() < end); })");

        show(tabs.get(1));
        awaitNote("sse", "The tab that leads this stream does not answer.");
        show(tabs.get(0));
        awaitNote("sse", "Another tab leads this stream now.");
        assertNothingWasLost(List.of("sse"));
    }

    @Test
    void aMuteStreamIsNoticedShownAndOpenedAgain() throws IOException {
        var streams = List.of("sse", "ndjson", "stomp");
        try (var relay = new SilencingRelay(port)) {
            openTabs("http://localhost:" + relay.port(), 2, "polling", "long-polling");

            relay.silence();

            everywhere(() -> streams.forEach(id -> awaitNote(id, "Nothing was heard for too long.")));
            assertNothingWasLost(streams);
        }
    }

    @Test
    void nothingIsLostOnAnyStrategyWhenAllConnectionsAreDropped() {
        openTabs("http://localhost:" + port, 1);
        var all = new ArrayList<>(core);
        all.addAll(others);
        all.forEach(id -> awaitReceived(id, 20));

        click("#drop button");

        for (var id : all) {
            await(id).untilAsserted(() -> assertThat(text(id, "recovery")).isNotEmpty());
        }
        assertNothingWasLost(all);
    }

    /** Opens the page so often, everything switched on but the given strategies, while fifty events happen a second. */
    private void openTabs(String address, int number, String... off) {
        workload(BUSY);
        browser.get(address + "/icon.svg");
        browser.executeScript("""
                localStorage.clear();
                localStorage.setItem('pushlab.option.stomp.transport', 'xhr-streaming');
                arguments[0].forEach((id) => localStorage.setItem(`pushlab.on.${id}`, true));
                arguments[1].forEach((id) => localStorage.setItem(`pushlab.on.${id}`, false));""", others, List.of(off));
        tabs = new ArrayList<>();
        for (var i = 0; i < number; i++) {
            if (i > 0) {
                browser.switchTo().newWindow(WindowType.TAB);
            }
            tabs.add(browser.getWindowHandle());
            browser.get(address + "/");
            await().untilAsserted(() -> assertThat(text("sse", "state")).startsWith("live"));
        }
    }

    /** A hidden tab fills in no figures. */
    private void show(String tab) {
        browser.switchTo().window(tab);
        browser.executeCdpCommand("Page.bringToFront", Map.of());
    }

    private void everywhere(Runnable check) {
        for (var tab : tabs) {
            show(tab);
            check.run();
        }
    }

    private void awaitMore() {
        var before = SHARED.stream().collect(toMap(id -> id, id -> count(id, "received")));
        before.forEach((id, received) -> awaitReceived(id, received + 20));
    }

    /** The note on the last interruption stands there when it is over. */
    private void awaitNote(String id, String why) {
        await(id).untilAsserted(() -> assertThat(text(id, "recovery")).contains(" · " + why));
    }

    private void assertNothingWasLost() {
        assertNothingWasLost(SHARED);
    }

    private void assertNothingWasLost(List<String> ids) {
        send("DELETE", "/api/workload", "");
        var head = position(publish());
        everywhere(() -> ids.forEach(id -> {
            await(id).untilAsserted(() -> assertThat(lastPosition(id)).isEqualTo(head));
            assertLedgerIsClean(id);
        }));
    }

    private int connections(String id) {
        var stats = send("GET", "/api/stats", "");
        return Integer.parseInt(stats.replaceAll("(?s).*\"" + id + "\":\\{\"connections\":(\\d+).*", "$1"));
    }

    private void lifecycle(String state) {
        browser.executeCdpCommand("Page.setWebLifecycleState", Map.of("state", state));
    }
}
