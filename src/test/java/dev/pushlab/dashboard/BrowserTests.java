package dev.pushlab.dashboard;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page in a real Chromium against the running server, before and after each test as if nobody had been there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTests {

    static final String TRACE = "{\"kind\":\"trace\",\"speed\":3600,\"loop\":true}";

    @LocalServerPort
    int port;

    @Autowired
    Strategies strategies;

    private final HttpClient http = HttpClient.newHttpClient();
    ChromeDriver browser;
    List<String> core;
    List<String> others;
    private String script;

    @BeforeAll
    void start() {
        browser = Chromium.shared();
        var onPage = strategies.all().stream()
                .filter(strategy -> strategy.has(Trait.BROWSER))
                .collect(partitioningBy(strategy -> strategy.has(Trait.CORE), mapping(Strategy::id, toList())));
        core = onPage.get(true);
        others = onPage.get(false);
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
        if (script != null) {
            browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
            script = null;
        }
    }

    /** Runs a script in the pages that this test opens from now on, before any of their own. */
    void onNewDocument(String source) {
        var added = browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
        script = (String) added.get("identifier");
    }

    void awaitLive() {
        for (var id : core) {
            await(id)
                    .untilAsserted(() ->
                            assertThat(card(id).getDomAttribute("data-state")).isEqualTo("live"));
        }
    }

    void awaitReceived(int events) {
        core.forEach(id -> awaitReceived(id, events));
    }

    void awaitReceived(String id, int events) {
        await(id).untilAsserted(() -> assertThat(count(id, "received")).isGreaterThanOrEqualTo(events));
    }

    void assertLedgerIsClean(String id) {
        assertThat(count(id, "lost")).as(id + " lost").isZero();
        assertThat(count(id, "duplicated")).as(id + " duplicated").isZero();
    }

    /** Looks at the page as it stands by axe's rules, and whether it fits its window. */
    void assertNobodyIsShutOut() {
        send("DELETE", "/api/workload", "");
        assertThat(new AxeBuilder().analyze(browser).getViolations())
                .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
        assertThat(browser.executeScript("return document.documentElement.scrollWidth - innerWidth"))
                .as("by how much the page is wider than its window")
                .isEqualTo(0L);
    }

    /** Ends the workload, and waits until the given cards have all that there ever was, each once. */
    void assertNothingIsMissing(List<String> ids) {
        pauseWorkload();
        var head = position(publish());
        for (var id : ids) {
            await(id).untilAsserted(() -> assertThat(lastPosition(id)).isEqualTo(head));
            assertLedgerIsClean(id);
        }
    }

    void pauseWorkload() {
        click("#workload [name=pause]");
        await().untilAsserted(
                        () -> assertThat(find("#workload .status").getText()).startsWith("Paused"));
    }

    /** Waits for the scripts, which alone make a switch do something. */
    void switchOn(List<String> ids) {
        awaitLive();
        ids.forEach(id -> toggle(id).click());
    }

    WebElement card(String id) {
        return find("[data-strategy=" + id + "]");
    }

    WebElement toggle(String id) {
        return card(id).findElement(By.cssSelector("[role=switch]"));
    }

    void open(String path) {
        browser.get(url(path));
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    void click(String selector) {
        find(selector).click();
    }

    void type(String selector, String text) {
        find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    String text(String id, String field) {
        return find("[data-strategy=" + id + "] [data-field=" + field + "]").getDomProperty("textContent");
    }

    int count(String id, String field) {
        return Integer.parseInt(text(id, field).replace(",", ""));
    }

    List<String> events(String id) {
        return browser.findElements(By.cssSelector("[data-strategy=" + id + "] .events li:not([hidden])")).stream()
                .map(WebElement::getText)
                .toList();
    }

    String newest(String id) {
        return events(id).stream().findFirst().orElse("");
    }

    String lastPosition(String id) {
        return find("[data-strategy=" + id + "] .events li").getDomAttribute("data-id");
    }

    List<String> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                // What a browser asks for by itself when it is shown nothing but a picture, as reset() does.
                .filter(entry -> !entry.contains("/favicon.ico"))
                .toList();
    }

    String publish() {
        return send("POST", "/api/events", "{\"type\":\"greeting\",\"data\":{\"text\":\"meanwhile\"}}");
    }

    void workload(String json) {
        send("PUT", "/api/workload", json);
    }

    static String position(String event) {
        return event.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    String send(String method, String path, String json) {
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
