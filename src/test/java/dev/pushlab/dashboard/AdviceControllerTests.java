package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.crossover.Cell;
import dev.pushlab.bench.crossover.Crossover;
import dev.pushlab.bench.crossover.CrossoverFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recommendation as anybody can ask for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pushlab.workload.enabled=false")
class AdviceControllerTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void answersWithoutMeasurementsFromTheModel() throws Exception {
        var advice = advice("{}");
        assertThat(advice.at("/question/audience").asInt()).isEqualTo(1_000);
        assertThat(advice.at("/rankedBy").asString()).isEqualTo("serverCpuPercent");
        var first = advice.at("/ranked/0");
        assertThat(first.at("/serverCpuPercent/source").asString()).isEqualTo("model");
        assertThat(first.at("/serverCpuPercent/error").asDouble()).isBetween(0.001, 0.3);
        assertThat(first.at("/bytesPerHourPerClient/value").asDouble()).isPositive();
        assertThat(advice.at("/caveats").toString()).contains("nothing-measured", "battery");
        assertThat(advice.at("/model/cores").asInt()).isPositive();
        assertThat(advice.at("/flips/lines").size()).isEqualTo(3);
    }

    @Test
    void saysTheSameAsTheCommittedCrossover() throws Exception {
        var crossover = Crossover.of(CrossoverFiles.committedModel(), 256);
        var cells = crossover.cells().stream()
                .filter(cell -> cell.staleness() <= 60 && cell.rate() >= 0.1)
                .toList();
        assertThat(cells).extracting(Cell::cheapest).contains("polling", "websocket");
        for (var cell : cells) {
            var advice = advice(String.format(
                    Locale.ROOT,
                    "{\"rate\":%s,\"size\":256,\"audience\":%d,\"stalenessMs\":%s}",
                    cell.rate(),
                    cell.clients(),
                    cell.staleness() * 1_000));
            assertThat(advice.at("/ranked/0/strategy").asString())
                    .as(cell.toString())
                    .isEqualTo(cell.cheapest());
            assertThat(advice.at("/ranked").size()).isEqualTo(cell.offers().size());
        }
    }

    @Test
    void oppositeMeasurementsTurnTheAnswer() throws Exception {
        assertThat(withLatencies(1_500_000, 20_000).at("/ranked/0/strategy").asString())
                .isEqualTo("websocket");
        var turned = withLatencies(20_000, 1_500_000);
        assertThat(turned.at("/ranked/0/strategy").asString()).isEqualTo("long-polling");
        assertThat(turned.at("/excluded").toString()).contains("\"strategy\":\"websocket\",\"reason\":\"too-late\"");
    }

    private JsonNode withLatencies(int longPolling, int websocket) throws Exception {
        return advice("""
                {"rate":1,"size":256,"audience":200,"stalenessMs":1000,"measured":{
                  "polling":{"p99Micros":990000,"lost":1,"received":200,"pollIntervalMs":1000},
                  "sse":{"lost":1},"ndjson":{"lost":1},"stomp":{"lost":1},
                  "long-polling":{"p99Micros":%d,"lost":0,"received":200},
                  "websocket":{"p99Micros":%d,"lost":0,"received":200}}}""".formatted(longPolling, websocket));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rate\":0}|rate is 0. Use 0.0001 to 10000.",
                "{\"rate\":20000}|rate is 20000. Use 0.0001 to 10000.",
                "{\"rate\":\"NaN\"}|rate is NaN. Use 0.0001 to 10000.",
                "{\"size\":0}|size is 0. Use 1 to 60000.",
                "{\"audience\":0}|audience is 0. Use 1 to 1000000.",
                "{\"audience\":1000001}|audience is 1000001. Use 1 to 1000000.",
                "{\"stalenessMs\":49}|stalenessMs is 49. Use 50 to 60000.",
                "{\"stalenessMs\":60001}|stalenessMs is 60001. Use 50 to 60000.",
                "{\"measured\":{\"sse\":{\"lost\":-1}}}|lost is -1. Use 0 to 1000000000000.",
                "{\"measured\":{\"sse\":{\"p99Micros\":-1}}}|p99Micros is -1. Use 0 to 3600000000.",
                "{\"measured\":{\"polling\":{\"pollIntervalMs\":0}}}|pollIntervalMs is 0. Use 1 to 3600000.",
                "{\"measured\":{\"pigeon\":{}}}|measured names 'pigeon'. Use polling, long-polling",
                "{\"audience\":\"all\"}|The body is not understood",
                "nonsense|The body is not understood",
            })
    void whatIsOutOfRangeIsRefusedWithTheRange(String body, String sentence) throws Exception {
        var answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(sentence);
    }

    private JsonNode advice(String body) throws IOException, InterruptedException {
        var answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/advice"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
