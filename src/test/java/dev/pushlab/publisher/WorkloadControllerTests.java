package dev.pushlab.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.EventLogs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pushlab.workload.enabled=false")
class WorkloadControllerTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EventLogs logs;

    @AfterEach
    void stop() throws Exception {
        call("DELETE", "");
    }

    private HttpResponse<String> call(String method, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/workload"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itIsShownWhenItDoesNotRun() throws Exception {
        assertThat(call("GET", "").body()).contains("\"running\":false");
    }

    @Test
    void aTraceIsPutInItsPlace() throws Exception {
        HttpResponse<String> answer = call("PUT", "{\"kind\":\"trace\",\"speed\":100000}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"running\":true", "\"kind\":\"trace\"", "\"speed\":100000.0", "\"loop\":true")
                .doesNotContain("rate");
        await().until(() -> logs.topic(null).head().offset() > 3);
    }

    @Test
    void aGeneratorIsPutInItsPlaceAndStopped() throws Exception {
        assertThat(call("PUT", "{\"kind\":\"generator\",\"rate\":1000,\"size\":10,\"burst\":10}")
                        .body())
                .contains("\"kind\":\"generator\"", "\"rate\":1000.0", "\"size\":10", "\"burst\":10");
        long before = logs.topic(null).head().offset();
        await().until(() -> logs.topic(null).head().offset() > before + 20);
        assertThat(call("DELETE", "").statusCode()).isEqualTo(204);
        String stopped = call("GET", "").body();
        assertThat(stopped).contains("\"running\":false");
        assertThat(call("GET", "").body()).isEqualTo(stopped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"generator\",\"rate\":0.01} | rate is 0.01. Use 0.1 to 10000.",
                "{\"kind\":\"generator\",\"rate\":10001} | rate is 10001. Use 0.1 to 10000.",
                "{\"kind\":\"generator\",\"size\":0} | size is 0. Use 1 to 60000.",
                "{\"kind\":\"generator\",\"burst\":1001} | burst is 1001. Use 1 to 1000.",
                "{\"kind\":\"trace\",\"speed\":0} | speed is 0. Use 0.1 to 1000000.",
                "{\"kind\":\"nothing\"} | nothing",
                "{\"kind\":\"generator\",\"rate\":\"fast\"} | not understood",
                "{\"rate\":1} | not understood",
                "not json | not understood",
            })
    void whatIsOutOfRangeIsRefusedAndChangesNothing(String body, String sentence) throws Exception {
        String before = call("GET", "").body();
        HttpResponse<String> answer = call("PUT", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(sentence);
        assertThat(call("GET", "").body()).isEqualTo(before);
    }
}
