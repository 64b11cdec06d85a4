package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be done with the comparison as a whole. */
class DashboardToolsTests extends BrowserTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path downloads;

    @BeforeAll
    void allowTheClipboard() {
        browser.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    @Test
    void exportsWhatTheCardsShow() {
        open("/?topic=export&on=polling,sse&interval=200&lang=ko");
        awaitLive("polling", "sse");
        click("#publish button");
        awaitReceived("sse", 1);
        awaitReceived("polling", 1);
        click("[data-feature=roundtrips] button");
        for (var id : List.of("polling", "sse")) {
            await(id).until(() -> text(id, "round-trip").matches("[0-9.]+ ms|[0-9.]+초"));
            awaitReceived(id, 3);
        }

        var json = MAPPER.readTree(export("json"));
        var context = json.get("context");
        assertThat(context.get("url").asString()).contains("topic=export", "on=polling,sse", "interval=200", "lang=ko");
        assertThat(context.get("scenario").asString()).isEqualTo("earthquakes");
        assertThat(context.get("time").asString()).startsWith("20").endsWith("Z");
        assertThat(context.get("server").asString())
                .contains("Jetty 12.1")
                .contains(System.getProperty("java.version"));
        assertThat(context.get("browser").asString()).contains("Mozilla");
        assertThat(context.get("clockErrorMicros").asInt()).isPositive();
        assertThat(strategies(json)).containsExactlyElementsOf(onPage());
        var sse = row(json, "sse");
        assertThat(sse.get("state").asString()).isEqualTo("live");
        assertThat(sse.get("received").asInt()).isEqualTo(3);
        assertThat(sse.get("lost").asInt()).isZero();
        assertThat(sse.get("lastMinuteP50Micros").asInt()).isBetween(1, 5_000_000);
        assertThat(sse.get("roundTripMicros").asInt())
                .isEqualTo(sse.get("roundTripUpMicros").asInt()
                        + sse.get("roundTripDownMicros").asInt());
        assertThat(sse.get("roundTripsAnswered").asInt()).isEqualTo(1);

        var lines = export("csv").split("\r\n");
        assertThat(lines).hasSize(onPage().size() + 1);
        assertThat(lines[0])
                .startsWith("strategy,state,transport,received,lost,")
                .endsWith(",browser");
        assertThat(lines).anyMatch(line -> line.matches("sse,live,,3,0,0,0,0,.*"));
        assertThat(export("md")).contains("| sse | live |  | 3 | 0 |").contains("- topic: export");
        assertThat(errors()).isEmpty();
    }

    @Test
    void copiesALinkAndATable() {
        open("/?on=sse&interval=300");
        awaitLive("sse");
        click("[name=copy-link]");
        await().until(() -> said().equals("The link is on the clipboard."));
        assertThat(clipboard())
                .startsWith(url("/?"))
                .contains("on=sse", "interval=300", "transport=automatic", "scenario=earthquakes", "lang=en");
        click(".tools summary");
        click("[name=copy-markdown]");
        await().until(() -> said().equals("The comparison is on the clipboard."));
        assertThat(clipboard()).startsWith("| strategy | state |").contains("| sse | live |");
    }

    @Test
    void frozenFiguresStandStillWhileMeasuringGoesOn() {
        workload("{\"kind\":\"generator\",\"rate\":50,\"size\":100}");
        open("/?on=sse");
        awaitReceived("sse", 5);
        click("[name=freeze]");
        var frozen = count("sse", "received");
        await().during(Duration.ofMillis(800)).until(() -> count("sse", "received") == frozen);
        assertThat(said()).isEqualTo("The figures are frozen; measuring goes on.");
        click("[name=freeze]");
        awaitReceived("sse", frozen + 30);
        assertLedgerIsClean("sse");
    }

    @Test
    void measuresAnewWithoutAnotherConnection() {
        workload("{\"kind\":\"generator\",\"rate\":50,\"size\":100}");
        open("/?on=sse");
        awaitReceived("sse", 40);
        var requests = count("sse", "requests");
        workload("{\"kind\":\"generator\",\"rate\":0.1,\"size\":100}");
        click("[name=reset]");
        await().until(() -> count("sse", "received") < 10);
        publish();
        awaitReceived("sse", 1);
        assertLedgerIsClean("sse");
        assertThat(count("sse", "requests")).isLessThan(requests);
        assertThat(text("sse", "state")).isEqualTo("live");
    }

    private String export(String extension) {
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        click(".tools summary");
        click("[name=download][value=" + (extension.equals("md") ? "markdown" : extension) + "]");
        await().until(() -> !files(extension).isEmpty());
        try {
            return Files.readString(files(extension).get(0));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> files(String extension) throws IOException {
        try (var files = Files.list(downloads)) {
            return files.filter(file -> file.toString().endsWith("." + extension))
                    .toList();
        }
    }

    private List<String> onPage() {
        return Stream.concat(core.stream(), others.stream()).toList();
    }

    private static List<String> strategies(JsonNode json) {
        return StreamSupport.stream(json.get("strategies").spliterator(), false)
                .map(row -> row.get("strategy").asString())
                .toList();
    }

    private static JsonNode row(JsonNode json, String strategy) {
        return StreamSupport.stream(json.get("strategies").spliterator(), false)
                .filter(row -> row.get("strategy").asString().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    private String said() {
        return find(".tools .said").getText();
    }

    private String clipboard() {
        return (String) browser.executeAsyncScript("navigator.clipboard.readText().then(arguments[0])");
    }

    private void awaitLive(String... ids) {
        for (var id : ids) {
            await(id)
                    .until(() -> text(id, "state").startsWith("live")
                            || text(id, "state").startsWith("수신"));
        }
    }
}
