package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** The page as a user meets it. */
class DashboardBrowserTests extends BrowserTests {

    @Test
    void everyCoreCardReceivesEventsWithACleanLedger() {
        open("/");
        for (var id : core) {
            awaitReceived(id, 10);
            assertThat(text(id, "state")).startsWith("live");
            assertThat(text(id, "p99")).endsWith("s");
            assertThat(newest(id)).matches("(?s)M [−0-9]+\\.\\d.+");
            assertThat(count(id, "lost") + count(id, "duplicated")).as(id).isZero();
        }
        assertThat(errors()).isEmpty();
    }

    @Test
    void cardsThatAreNotCoreWaitToBeSwitchedOn() {
        open("/");
        for (var card : browser.findElements(By.cssSelector("[data-strategy]"))) {
            var switchedOn = card.findElement(By.cssSelector("[role=switch]")).isSelected();
            assertThat(switchedOn).isEqualTo(core.contains(card.getDomAttribute("data-strategy")));
        }
    }

    @Test
    void anEventThatTheUserPublishesReachesEveryCard() {
        open("/");
        awaitLive();
        pauseWorkload();
        var text = find("#publish input");
        text.clear();
        text.sendKeys("Is anybody there?" + Keys.ENTER);
        await().untilAsserted(
                        () -> assertThat(find("#publish .result").getText()).contains(":"));
        for (var id : core) {
            await(id)
                    .untilAsserted(
                            () -> assertThat(newest(id)).contains("Greeting").contains("Is anybody there?"));
        }
    }

    @Test
    void nothingIsLostWhenTheServerDropsAllConnections() {
        open("/");
        awaitLive();
        click("#workload [value=generator]");
        type("#workload [name=rate]", "50");
        click("#workload [type=submit]");
        await().untilAsserted(
                        () -> assertThat(find("#workload .status").getText()).contains("50 per second"));
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(newest(id)).doesNotStartWith("M "));
        }

        click("#drop button");

        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(text(id, "recovery")).isNotEmpty());
        }
        assertThat(text("sse", "recovery")).matches("recovered \\d+ in .*s");
        assertThat(text("stomp", "recovery")).matches("recovered \\d+ in .*s");
        assertNothingIsMissing(core);
        assertThat(core).allSatisfy(id -> assertThat(text(id, "state")).startsWith("live"));
    }

    @Test
    void aReloadShowsWhatCameMeanwhile() {
        open("/");
        awaitLive();
        awaitReceived(1);
        browser.get("about:blank");
        for (var i = 0; i < 7; i++) {
            publish();
        }
        open("/");
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(text(id, "away")).matches("\\d+ while you were away"));
            assertThat(Integer.parseInt(text(id, "away").split(" ")[0])).isGreaterThanOrEqualTo(7);
            assertThat(count(id, "lost") + count(id, "duplicated")).as(id).isZero();
        }
    }

    @Test
    void aPageFromBeforeTheRestartSaysSoAndGoesOn() {
        for (var id : core) {
            browser.executeScript("localStorage.setItem(`pushlab.position.${arguments[0]}.events`, 'before1:7')", id);
        }
        open("/");
        for (var id : core) {
            await(id)
                    .untilAsserted(() -> assertThat(text(id, "gap")).isEqualTo("The server restarted: counting anew."));
            await(id).untilAsserted(() -> assertThat(count(id, "received")).isPositive());
            assertThat(count(id, "lost")).as(id).isZero();
        }
    }

    @Test
    void whatTheServerRefusesIsShownAndNotAskedAgain() {
        open("/?topic=NO%20TOPIC");
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(text(id, "state")).isEqualTo("refused"));
            assertThat(text(id, "reason")).as(id).containsIgnoringCase("topic");
        }
        var requests = core.stream().map(id -> count(id, "requests")).toList();
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(
                                core.stream().map(id -> count(id, "requests")).toList())
                        .isEqualTo(requests));
    }

    @Test
    void anotherTopicHasEventsOfItsOwn() {
        open("/?topic=quiet-one");
        awaitLive();
        click("#publish button");
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(events(id)).hasSize(1));
            assertThat(count(id, "received")).isEqualTo(1);
        }
    }

    @Test
    void aWrongSettingIsAnsweredBesideTheControl() {
        open("/");
        awaitLive();
        click("#workload [value=generator]");
        type("#workload [name=rate]", "99999");
        click("#workload [type=submit]");
        await().untilAsserted(
                        () -> assertThat(find("#workload .problem").getText()).contains("10"));
        type("[data-strategy=polling] [name=interval]", "1" + Keys.TAB);
        await().untilAsserted(() ->
                assertThat(find("[data-strategy=polling] .problem").getText()).contains("50"));
    }

    @Test
    void aCardIsSwitchedByTheKeyboard() {
        open("/");
        awaitLive();
        var toggle = find("[data-strategy=sse] [role=switch]");
        toggle.sendKeys(Keys.SPACE);
        await().untilAsserted(() -> assertThat(text("sse", "state")).isEqualTo("off"));
        toggle.sendKeys(Keys.SPACE);
        await().untilAsserted(() -> assertThat(text("sse", "state")).isEqualTo("live"));
    }

    @Test
    void pollingAsksAsOftenAsItIsTold() {
        open("/");
        awaitLive();
        type("[data-strategy=polling] [name=interval]", "100" + Keys.TAB);
        var before = count("polling", "requests");
        // Untold it would ask once a second.
        await().atMost(Duration.ofSeconds(9))
                .untilAsserted(() -> assertThat(count("polling", "requests")).isGreaterThan(before + 10));
    }

    @Test
    void nobodyIsShutOut() {
        assertAccessible("/?lang=en");
        Chromium.colours(browser, "dark");
        Chromium.size(browser, 360, 740);
        assertAccessible("/?lang=ko");
    }

    @Test
    void looksAsInTheReadme() throws IOException {
        Chromium.size(browser, 1360, 1000);
        open("/?lang=en");
        awaitReceived(1);
        browser.get("about:blank");
        for (var i = 0; i < 7; i++) {
            publish();
        }
        open("/");
        var kept = Boolean.getBoolean("pushlab.screenshot");
        awaitReceived(kept ? 100 : 10);
        var height = (Long) browser.executeScript("return document.documentElement.scrollHeight");
        Chromium.size(browser, 1360, height.intValue());
        var directory = kept ? Path.of("src/docs") : Path.of("target");
        Files.createDirectories(directory);
        Files.write(directory.resolve("dashboard.png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private void assertAccessible(String path) {
        workload(TRACE);
        open(path);
        switchOn(others);
        browser.findElements(By.cssSelector("[data-apart] [name=on]")).forEach(WebElement::click);
        click("details summary");
        awaitReceived(1);
        assertNobodyIsShutOut();
    }
}
