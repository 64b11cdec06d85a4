package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code bench} on the command line: right use, wrong use, nothing to measure. */
class BenchUsageTests {

    private final Shell bench = new Shell();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--clients 0 | --clients has to be 1 to 15,000",
                "--clients 20000 | --clients has to be 1 to 15,000",
                "--clients many | 'many' is not an int",
                "--rate 0 | --rate has to be 0.01 to 10,000",
                "--rate NaN | --rate has to be 0.01 to 10,000",
                "--size 20 | --size has to be 21 to 60,000",
                "--duration 0s | --duration has to be 1s to 60m",
                "--duration soon | 'soon' is no duration",
                "--warmup 61m | --warmup has to be 0s to 60m",
                "--repeats 0 | --repeats has to be 1 to 100",
                "--poll-interval 10ms | --poll-interval has to be 50ms to 60m",
                "--rtt 0ms,11s | --rtt has to be 0s to 10s",
                "--strategies sse,carrier-pigeon | 'carrier-pigeon' is no client",
                "--experiment earthquake | 'earthquake' is no experiment",
                "--scenario weather | NOTIFICATIONS",
                "--trace /no/such/trace | /no/such/trace",
                "--trace x --scenario chat | exclude each other",
                "--quick --full | exclude each other",
                "--url ftp://localhost | is no base address",
                "--url http://localhost:1 --baselines | --baselines",
                "--format xml | TABLE",
                "--louder | '--louder'"
            })
    void wrongUseIsToldInOneLine(String arguments, String why) {
        bench.assertRefused("bench " + arguments, why);
    }

    @Test
    void helpHasExamples() {
        assertThat(bench.run("bench --help")).isZero();
        assertThat(bench.out()).contains("Examples:", "--quick", "Exit code:");
    }

    @Test
    void aServerThatIsNotThereIsToldInOneLine() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(bench.run("bench --url http://127.0.0.1:" + free)).isEqualTo(2);
        assertThat(bench.err().strip().lines().skip(1))
                .singleElement()
                .asString()
                .contains("http://127.0.0.1:" + free + " can't be reached");
        assertThat(bench.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv", "markdown"})
    void aServerThatLosesEverybodyCannotLookMeasured(String format) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/strategies", exchange -> {
            exchange.sendResponseHeaders(200, 18);
            exchange.getResponseBody().write("[{\"id\":\"polling\"}]".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();
            assertThat(bench.run("bench --url " + url
                            + " --strategies sse --clients 2 --repeats 1 --duration 1s --warmup 0s --format " + format))
                    .isEqualTo(1);
            assertThat(bench.err()).contains("0 of 2 clients stand").contains("404");
            assertThat(bench.out()).doesNotContain("deliveriesPerSecond,1/s,0");
        } finally {
            server.stop(0);
        }
    }
}
