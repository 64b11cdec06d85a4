package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** What the page shows of a faulty network. */
class FaultsBrowserTests extends BrowserTests {

    private static final String NO_UPGRADES = "{\"toxics\":[{\"type\":\"blocks_upgrades\",\"stream\":\"upstream\"}]}";

    @AfterEach
    void makeTheNetworkGood() {
        send("DELETE", "/api/faults", "");
    }

    private void faults(String json) {
        send("PUT", "/api/faults", json);
    }

    private void goThrough() {
        click("#network [name=through]");
    }

    private boolean goesThrough() {
        return find("#network [name=through]").isSelected();
    }

    private void choose(String preset) {
        new Select(find("#network [name=preset]")).selectByValue(preset);
    }

    private String address() {
        return browser.getCurrentUrl();
    }

    private String problem() {
        return find("#network .problem").getText();
    }

    @Test
    void stompFallsBackWhereUpgradesAreBlocked() {
        open("/");
        awaitLive();
        faults(NO_UPGRADES);
        goThrough();
        await().untilAsserted(() -> assertThat(text("stomp", "state")).isEqualTo("live · xhr-streaming"));
        awaitLive();
        assertNothingIsMissing(core);
    }

    @Test
    void onlyWhatEndsGetsThroughACompanysProxyAtOnce() {
        open("/?network=corporate");
        for (var id : List.of("polling", "long-polling")) {
            awaitReceived(id, 3);
        }
        assertThat(goesThrough()).isTrue();
        assertThat(text("sse", "state")).isEqualTo("connecting");
        await().untilAsserted(() -> assertThat(text("stomp", "state")).isEqualTo("live · xhr-polling"));
        assertLedgerIsClean("stomp");
    }

    @Test
    void nobodyLosesAnythingInATunnel() {
        open("/");
        awaitLive();
        awaitReceived(1);
        goThrough();
        awaitLive();
        choose("tunnel");
        await().untilAsserted(() ->
                assertThat(find("#network .status").getText()).matches("Nothing gets through for another \\d+ s\\."));
        for (var id : core) {
            await(id)
                    .untilAsserted(() ->
                            assertThat(card(id).getDomAttribute("data-state")).isEqualTo("reconnecting"));
        }
        publish();
        choose("good"); // its end is a matter of time alone, see FaultsTests
        awaitLive();
        assertNothingIsMissing(core);
        assertThat(core).allSatisfy(id -> assertThat(text(id, "recovery")).isNotEmpty());
        assertThat(find("#network .status").getText()).isEmpty();
    }

    @Test
    void whoLeavesTheFaultyNetworkIsNoLongerTouchedByIt() {
        open("/?network=mobile");
        awaitLive();
        awaitReceived("sse", 3);
        assertThat(new Select(find("#network [name=preset]"))
                        .getFirstSelectedOption()
                        .getText())
                .isEqualTo("mobile");
        assertThat(find("#network .meaning").getText()).startsWith("100 ms ± 30 ms each way");
        assertThat(address()).contains("network=mobile");
        goThrough();
        assertThat(goesThrough()).isFalse();
        awaitLive();
        assertThat(address()).doesNotContain("network");
        faults("{\"enabled\":false}");
        await().during(Duration.ofSeconds(1)).untilAsserted(this::awaitLive);
        core.forEach(this::assertLedgerIsClean);
    }

    @Test
    void aNetworkOfYourOwnIsInTheAddress() {
        open("/?network=own&latency=40&jitter=10&bandwidth=500");
        awaitLive();
        assertThat(send("GET", "/api/faults", "{}"))
                .contains("\"latency\":40,\"jitter\":10", "\"stream\":\"upstream\"", "\"rate\":500");
        type("#network [name=latency]", "70000");
        click("#network [type=submit]");
        await().untilAsserted(() -> assertThat(problem()).isEqualTo("Latency: choose 0 to 10,000."));
        type("#network [name=latency]", "20");
        click("#network [type=submit]");
        await().untilAsserted(() -> assertThat(address()).contains("network=own", "latency=20"));
        assertThat(problem()).isEmpty();
        open("/");
        await().untilAsserted(() -> assertThat(find("#network [name=latency]").getDomProperty("value"))
                .isEqualTo("20"));
        assertThat(goesThrough()).isFalse();
    }

    @Test
    void whatIsNoNetworkInTheAddressIsSaid() {
        open("/?network=rural");
        awaitLive();
        assertThat(find("#complaints").getText()).contains("network", "good, mobile, tunnel, corporate, own", "rural");
        assertThat(goesThrough()).isFalse();
    }

    @Test
    void theSwitchStaysOffWhereTheNetworkCannotBeReached() {
        browser.executeCdpCommand("Network.enable", Map.of());
        int faultyPort = Integer.parseInt(send("GET", "/api/faults", "{}").replaceAll("(?s).*\"port\":(\\d+).*", "$1"));
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*:" + faultyPort + "/*")));
        try {
            open("/?network=good");
            awaitLive();
            assertThat(goesThrough()).isFalse();
            assertThat(problem()).contains("can’t be reached from here");
        } finally {
            browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }

    @Test
    void anEventThatIsTakenOutOfAStreamIsLost() {
        faults("{\"toxics\":[{\"type\":\"swallow\"}]}");
        open("/");
        switchOn(List.of("websocket"));
        awaitReceived("websocket", 1);
        goThrough();
        await().untilAsserted(() -> assertThat(count("websocket", "lost")).isOne());
        pauseWorkload();
        assertThat(count("websocket", "lost")).isOne();
        core.forEach(this::assertLedgerIsClean);
    }
}
