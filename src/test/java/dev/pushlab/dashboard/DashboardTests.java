package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Strategy.Trait;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** The page as the server renders it; {@link DashboardBrowserTests} sees what becomes of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DashboardTests {

    @LocalServerPort
    int port;

    @Autowired
    Strategies strategies;

    @Autowired
    MessageSource messages;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void everyStrategyForBrowsersHasACardTextsAndAModule() {
        var page = get("/").body();
        assertThat(browserStrategies()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(strategy -> {
            assertThat(page).contains("data-strategy=\"" + strategy.id() + "\"", "data-path=\"" + strategy.path());
            assertThat(get("/js/clients/" + strategy.id() + ".js").statusCode()).isEqualTo(200);
            for (var locale : Language.LOCALES) {
                assertThat(messages.getMessage("strategy." + strategy.id() + ".name", null, locale))
                        .isNotBlank();
                assertThat(messages.getMessage("strategy." + strategy.id() + ".summary", null, locale))
                        .isNotBlank();
            }
        });
    }

    @Test
    void everyOtherStrategyHasACardApartAndAModule() {
        var page = get("/").body();
        assertThat(strategies.all().stream().filter(strategy -> !strategy.has(Trait.BROWSER)))
                .allSatisfy(strategy -> {
                    assertThat(page).contains("data-apart=\"" + strategy.id() + "\" data-path=\"" + strategy.path());
                    assertThat(get("/js/apart/" + strategy.id() + ".js").statusCode())
                            .isEqualTo(200);
                });
    }

    @Test
    void saysWhatItRunsOn() {
        assertThat(get("/").body()).containsPattern(System.getProperty("java.version") + ".* · Jetty 12\\.[0-9.]+ · ");
    }

    @Test
    void forbidsAndHasNoInlineCode() {
        var response = get("/");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
        var page = response.body();
        assertThat(page)
                .doesNotContainPattern("<script(?![^>]*(src=|application/json))")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("\\sstyle=")
                .doesNotContain("<style", "javascript:", "http://", "https://");
    }

    @Test
    void speaksTheLanguageThatTheBrowserPrefers() {
        assertThat(get("/", "Accept-Language", "ko-KR,ko;q=0.9,en;q=0.8").body())
                .contains("<html lang=\"ko\"", "롱 폴링");
        assertThat(get("/", "Accept-Language", "fr,en;q=0.5,ko;q=0.1").body()).contains("<html lang=\"en\"");
        assertThat(get("/", "Accept-Language", "fr").body()).contains("<html lang=\"en\"");
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        assertThat(get("/?lang=ko").body()).contains("<html lang=\"ko\"");
        assertThat(get("/").body()).contains("<html lang=\"ko\"");
        assertThat(get("/?lang=en", "Accept-Language", "ko").body()).contains("<html lang=\"en\"");
        assertThat(get("/", "Accept-Language", "ko").body()).contains("<html lang=\"en\"");
    }

    @Test
    void takesAnUnknownLanguageForEnglish() {
        assertThat(get("/?lang=xx", "Accept-Language", "ko").body()).contains("<html lang=\"en\"");
        assertThat(get("/?lang=%3Cb%3E").statusCode()).isEqualTo(200);
    }

    @Test
    void speaksEnglishOnAKoreanServerToo() {
        var systems = Locale.getDefault();
        try {
            Locale.setDefault(Locale.KOREAN);
            // A locale that no other test asks for: what was found once is kept.
            assertThat(messages.getMessage("card.lost", null, Locale.forLanguageTag("en-NZ")))
                    .isEqualTo("lost");
        } finally {
            Locale.setDefault(systems);
        }
    }

    @Test
    void keepsTheTopicWhenTheLanguageChanges() {
        assertThat(get("/?topic=news").body()).contains("lang=ko&amp;topic=news");
    }

    /** Links are taken into these ranges by the page, before the server sees them. */
    @Test
    void theFieldsOfAWorkloadHaveTheServersRanges() {
        var field =
                Pattern.compile("name=\"(rate|size|burst|speed)\" value=\"[0-9]+\" min=\"([0-9.]+)\" max=\"([0-9]+)\"");
        var fields = field.matcher(get("/").body()).results().toList();
        assertThat(fields).hasSize(4).allSatisfy(found -> {
            var kind = found.group(1).equals("speed") ? "trace" : "generator";
            var beyond = "{\"kind\":\"%s\",\"%s\":%s}".formatted(kind, found.group(1), found.group(3) + "0");
            assertThat(put("/api/workload", beyond).body())
                    .contains("Use " + found.group(2) + " to " + found.group(3) + ".");
        });
    }

    private Stream<Strategy> browserStrategies() {
        return strategies.all().stream().filter(strategy -> strategy.has(Trait.BROWSER));
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
