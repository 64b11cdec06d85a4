package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.PushLabApplication;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A page that stays open while the server is stopped and started again. */
class DashboardRestartTests {

    private static final List<String> STRATEGIES = List.of("polling", "long-polling", "sse", "stomp", "websocket");

    private ConfigurableApplicationContext server;
    private ChromeDriver browser;

    @BeforeEach
    void start() {
        browser = Chromium.shared();
        server = server("0");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.get("about:blank");
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyCardComesBackByItselfAndCountsAnew() {
        var port = server.getEnvironment().getProperty("local.server.port");
        browser.get(
                "http://localhost:%s/?on=%s&interval=200&scenario=chat".formatted(port, String.join(",", STRATEGIES)));
        await().until(() -> STRATEGIES.stream().allMatch(id -> received(id) > 0));
        browser.findElement(By.cssSelector("[data-apart=webhook] [name=on]")).click();
        await().until(() -> state("[data-apart=webhook]").equals("live"));

        server.close();
        await().until(() -> STRATEGIES.stream().allMatch(id -> state(card(id)).equals("reconnecting")));
        server = server(port);

        for (var id : STRATEGIES) {
            await().untilAsserted(() -> {
                assertThat(state(card(id))).as(id).isEqualTo("live");
                assertThat(field(card(id), "gap")).as(id).isEqualTo("The server restarted: counting anew.");
                assertThat(received(id)).as(id).isPositive().isEqualTo(offset(id));
                assertThat(field(card(id), "lost")).as(id).isEqualTo("0");
                assertThat(field(card(id), "down")).as(id).matches("[0-9.]+ k?B");
            });
        }
        await().untilAsserted(() -> {
            assertThat(state("[data-apart=webhook]")).isEqualTo("live");
            assertThat(field("[data-apart=webhook]", "waiting")).isEqualTo("The server restarted: counting anew.");
        });
        await().untilAsserted(() -> assertThat(browser.findElement(By.cssSelector("[data-feature=scenario] .status"))
                        .getText())
                .isEqualTo("Changed elsewhere, by another page or a restart. Now: Earthquakes."));
    }

    private static ConfigurableApplicationContext server(String port) {
        return new SpringApplicationBuilder(PushLabApplication.class)
                .run("--server.port=" + port, "--spring.main.banner-mode=off", "--spring.main.log-startup-info=false");
    }

    private static String card(String id) {
        return "[data-strategy=" + id + "]";
    }

    private String state(String card) {
        return browser.findElement(By.cssSelector(card)).getDomAttribute("data-state");
    }

    private String field(String card, String name) {
        return browser.findElement(By.cssSelector(card + " [data-field=" + name + "]"))
                .getDomProperty("textContent");
    }

    private int received(String id) {
        return Integer.parseInt(field(card(id), "received").replace(",", ""));
    }

    /** Of the event that the card shows last; the log begins at 1 anew. */
    private int offset(String id) {
        var position =
                browser.findElement(By.cssSelector(card(id) + " .events li")).getDomAttribute("data-id");
        return position == null ? 0 : Integer.parseInt(position.replaceAll(".*:", ""));
    }
}
