package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** What the page is set to: by a click, and by its address. */
class DashboardScenarioTests extends BrowserTests {

    @Test
    void everyScenarioIsOneClickAway() {
        open("/?on=sse");
        awaitScenario("earthquakes");
        for (var scenario : Scenario.values()) {
            click("[data-scenario=" + scenario + "]");
            awaitScenario(scenario.toString());
            assertThat(running())
                    .contains(
                            scenario.recorded()
                                    ? "\"speed\":" + scenario.speed()
                                    : "\"rate\":%s,\"size\":%d,\"burst\":1"
                                            .formatted(scenario.rate(), scenario.size()));
        }
        assertThat(find("[data-feature=scenario] .problem").getText()).isEmpty();
        assertThat(browser.getCurrentUrl()).endsWith("/?on=sse&scenario=earthquakes");
    }

    @Test
    void aLinkShowsSomebodyElseTheSame() {
        open("/?topic=linked");
        awaitLive();
        toggle("long-polling").click();
        type("[data-strategy=polling] [name=interval]", "700\t");
        new Select(find("[name=transport]")).selectByValue("xhr-polling");
        click("#workload [value=generator]");
        type("#workload [name=rate]", "3");
        click("#workload [type=submit]");
        await().until(() -> browser.getCurrentUrl().contains("rate=3"));
        click("[data-apart=webhook] [name=on]");
        click("#tab-choose");
        var link = (String) browser.executeScript("return location.href");
        assertThat(link)
                .contains("topic=linked", "on=polling,sse,stomp,webhook", "interval=700", "transport=xhr-polling")
                .contains("rate=3", "size=256", "burst=1", "view=choose");

        browser.get("about:blank");
        workload("{\"kind\":\"trace\",\"speed\":3600}");
        browser.get(url("/icon.svg"));
        browser.executeScript("localStorage.clear()");
        browser.get(link);
        await().until(() -> running().contains("\"rate\":3.0,\"size\":256"));
        assertThat(on()).containsExactlyInAnyOrder("polling", "sse", "stomp");
        assertThat(find("[name=interval]").getDomProperty("value")).isEqualTo("700");
        await().until(() -> text("stomp", "state").equals("live · xhr-polling"));
        await().until(() ->
                find("[data-apart=webhook]").getDomAttribute("data-state").equals("live"));
        assertThat(find("#tab-choose").getDomAttribute("aria-selected")).isEqualTo("true");
        assertThat(find("#complaints").getText()).isEmpty();
        assertThat(errors()).isEmpty();
    }

    @Test
    void aLinkLeavesAloneWhatRunsAlready() {
        workload("{\"kind\":\"generator\",\"rate\":20,\"size\":120}");
        await().until(() -> published() > 10);
        open("/?scenario=chat");
        awaitScenario("chat");
        assertThat(published()).isGreaterThan(10);
    }

    @Test
    void saysWhenSomebodyElseChangedTheWorkload() {
        open("/?scenario=dashboard");
        awaitScenario("dashboard");
        await().until(() -> running().contains("\"size\":1024"));
        workload("{\"kind\":\"generator\",\"rate\":20,\"size\":128}");
        // As when somebody comes back to the page, who need not wait for its next look.
        browser.executeScript("document.dispatchEvent(new Event('visibilitychange'))");
        awaitScenario("ticker");
        assertThat(find("[data-feature=scenario] .status").getText()).contains("Changed elsewhere", "Ticker");
        assertThat(browser.getCurrentUrl()).as("what a reload would undo").doesNotContain("scenario");
    }

    @Test
    void complainsOfWhatTheAddressCanNotHave() {
        open("/?interval=7&scenario=lunch&on=sse,telepathy&rate=20000&transport=pigeon&lang=en");
        await().until(() -> !find("#complaints").getText().isEmpty());
        assertThat(find("#complaints").getText())
                .contains("interval in the address must be 50 to 60,000; 7 was")
                .contains("scenario in the address must be one of notifications, chat,", "lunch was left out")
                .contains("on in the address must be one of", "telepathy was left out")
                .contains("rate in the address must be 0.1 to 10,000; 20000 was")
                .contains("transport in the address must be one of automatic,", "pigeon was left out");
        assertThat(find("#complaints").getDomAttribute("role")).isEqualTo("alert");
        assertThat(on()).containsExactly("sse");
        assertThat(find("[name=interval]").getDomProperty("value")).isEqualTo("50");
        await().until(() -> running().contains("\"rate\":10000.0,\"size\":256,\"burst\":1"));
    }

    @Test
    void anotherLanguageKeepsTheSettings() {
        open("/?on=sse&scenario=chat");
        awaitScenario("chat");
        find("[hreflang=ko]").click();
        awaitScenario("chat");
        assertThat(browser.getCurrentUrl())
                .contains("on=sse")
                .contains("scenario=chat")
                .contains("lang=ko");
        assertThat(find("[data-scenario=chat]").getText()).contains("채팅", "초당 20건 · 120 B");
        assertThat(find("[data-feature=roundtrips] button").getText()).isEqualTo("왕복 시간 재기");
        assertThat(errors()).isEmpty();
    }

    @Test
    void aMessageGoesUpAndComesBackOverEveryStrategy() {
        open("/?on=" + String.join(",", all()) + "&topic=trips&interval=100");
        all().forEach(id -> await(id).until(() -> text(id, "state").startsWith("live")));
        click("[data-feature=roundtrips] button");
        for (var id : all()) {
            // It may be back before it is known to be accepted.
            await(id)
                    .untilAsserted(
                            () -> assertThat(find("[data-strategy=" + id + "] [data-field=round-trip]")
                                            .getDomAttribute("title"))
                                    .matches(
                                            "[0-9.]+ m?s up and [0-9.]+ m?s down\\. Known to be accepted after [0-9.]+ m?s\\."));
            assertThat(find("[data-trips=" + id + "] [data-part=total]").getText())
                    .isEqualTo(text(id, "round-trip"));
        }
        assertThat(count("sse", "received")).isEqualTo(all().size());
        assertThat(newest("sse")).startsWith("Echo");
        assertThat(errors()).isEmpty();
    }

    private List<String> on() {
        return browser.findElements(By.cssSelector("[data-strategy]")).stream()
                .filter(card ->
                        card.findElement(By.cssSelector("[role=switch]")).isSelected())
                .map(card -> card.getDomAttribute("data-strategy"))
                .toList();
    }

    private List<String> all() {
        return Stream.concat(core.stream(), others.stream()).toList();
    }

    private void awaitScenario(String name) {
        await(name).untilAsserted(() -> assertThat(pressed()).containsExactly(name));
    }

    private List<String> pressed() {
        return browser.findElements(By.cssSelector("[data-scenario][aria-pressed=true]")).stream()
                .map(button -> button.getDomAttribute("data-scenario"))
                .toList();
    }

    private String running() {
        return send("GET", "/api/workload", "");
    }

    private int published() {
        return Integer.parseInt(running().replaceAll(".*\"published\":(\\d+).*", "$1"));
    }
}
