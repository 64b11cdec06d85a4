package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Strategy.Trait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page in a real Chromium against the running server, as a user meets it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardBrowserTests {

    private static final String TRACE = "{\"kind\":\"trace\",\"speed\":3600,\"loop\":true}";

    @LocalServerPort
    int port;

    @Autowired
    Strategies strategies;

    private final HttpClient http = HttpClient.newHttpClient();
    private ChromeDriver browser;
    private List<String> core;

    @BeforeAll
    void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
        browser = Chromium.start();
        core = strategies.all().stream()
                .filter(strategy -> strategy.has(Trait.CORE) && strategy.has(Trait.BROWSER))
                .map(Strategy::id)
                .toList();
    }

    @BeforeEach
    void reset() {
        workload(TRACE);
        Chromium.size(browser, 1400, 1000);
        Chromium.colours(browser, "light");
        browser.get(url("/icon.svg"));
        browser.manage().deleteAllCookies();
        browser.executeScript("localStorage.clear()");
        browser.manage().logs().get(LogType.BROWSER);
    }

    @AfterEach
    void leave() {
        // Pages that stay open would keep their connections, and six is all that a browser has for a host.
        browser.get("about:blank");
    }

    @AfterAll
    void quit() {
        Awaitility.reset();
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void everyCoreCardReceivesEventsWithACleanLedger() {
        open("/");
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(count(id, "received")).isGreaterThanOrEqualTo(10));
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
    void theOtherStrategiesReceiveOnceTheyAreSwitchedOn() {
        open("/");
        awaitLive();
        for (var strategy : strategies) {
            var id = strategy.id();
            if (strategy.has(Trait.BROWSER) && !core.contains(id)) {
                click("[data-strategy=" + id + "] [role=switch]");
                await(id).untilAsserted(() -> assertThat(count(id, "received")).isGreaterThanOrEqualTo(10));
                assertThat(text(id, "state")).startsWith("live");
                assertThat(count(id, "lost") + count(id, "duplicated")).as(id).isZero();
            }
        }
        assertThat(errors()).isEmpty();
    }

    @Test
    void anEventThatTheUserPublishesReachesEveryCard() {
        open("/");
        awaitLive();
        click("#workload [name=pause]");
        await().untilAsserted(
                        () -> assertThat(find("#workload .status").getText()).startsWith("Paused"));
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
        click("#workload [name=pause]");
        await().untilAsserted(
                        () -> assertThat(find("#workload .status").getText()).startsWith("Paused"));
        var head = position(publish());
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(lastPosition(id)).isEqualTo(head));
            assertThat(text(id, "state")).startsWith("live");
            assertThat(count(id, "lost")).as(id + " lost").isZero();
            assertThat(count(id, "duplicated")).as(id + " duplicated").isZero();
        }
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
        type("#polling-interval input", "1" + Keys.TAB);
        await().untilAsserted(() ->
                assertThat(find("#polling-interval .problem").getText()).contains("50"));
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
        type("#polling-interval input", "100" + Keys.TAB);
        var before = count("polling", "requests");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(count("polling", "requests")).isGreaterThan(before + 10));
    }

    @Test
    void nobodyIsShutOut() {
        for (var scheme : Set.of("light", "dark")) {
            Chromium.colours(browser, scheme);
            assertAccessible("/?lang=en", scheme);
        }
        assertAccessible("/?lang=ko", "Korean");
        Chromium.size(browser, 360, 740);
        assertAccessible("/?lang=en", "phone");
        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .as("width of the page on a phone")
                .isEqualTo(360L);
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
        awaitReceived(100);
        var height = (Long) browser.executeScript("return document.documentElement.scrollHeight");
        Chromium.size(browser, 1360, height.intValue());
        var directory = Boolean.getBoolean("pushlab.screenshot") ? Path.of("src/docs") : Path.of("target");
        Files.createDirectories(directory);
        Files.write(directory.resolve("dashboard.png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private void assertAccessible(String path, String view) {
        open(path);
        awaitReceived(1);
        assertThat(new AxeBuilder().analyze(browser).getViolations())
                .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .as(view)
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
    }

    private void awaitLive() {
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(text(id, "state")).startsWith("live"));
        }
    }

    private void awaitReceived(int events) {
        for (var id : core) {
            await(id).untilAsserted(() -> assertThat(count(id, "received")).isGreaterThanOrEqualTo(events));
        }
    }

    private void open(String path) {
        browser.get(url(path));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    private void click(String selector) {
        find(selector).click();
    }

    private void type(String selector, String text) {
        find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    private String text(String id, String field) {
        return find("[data-strategy=" + id + "] [data-field=" + field + "]").getDomProperty("textContent");
    }

    private int count(String id, String field) {
        return Integer.parseInt(text(id, field).replace(",", ""));
    }

    private List<String> events(String id) {
        return browser.findElements(By.cssSelector("[data-strategy=" + id + "] .events li:not([hidden])")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private String newest(String id) {
        return events(id).stream().findFirst().orElse("");
    }

    private String lastPosition(String id) {
        return find("[data-strategy=" + id + "] .events li").getDomAttribute("data-id");
    }

    private List<String> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    private String publish() {
        return send("POST", "/api/events", "{\"type\":\"greeting\",\"data\":{\"text\":\"meanwhile\"}}");
    }

    private void workload(String json) {
        send("PUT", "/api/workload", json);
    }

    private static String position(String event) {
        return event.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    private String send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
