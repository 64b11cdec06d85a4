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
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code check} on the command line: right use, wrong use, nothing to check. */
class CheckUsageTests {

    private final Shell check = new Shell();

    @Test
    void aStrategyThatIsNotOfferedIsNotKept() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/strategies", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();
            assertThat(check.run("check --url " + url + " --strategies sse")).isEqualTo(1);
            assertThat(check.lines("fail")).hasSize(1).allMatch(line -> line.endsWith("the server does not list it"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatIsNotThereIsToldInOneLine() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(check.run("check --url http://127.0.0.1:" + free)).isEqualTo(2);
        assertThat(check.err().strip()).isEqualTo("http://127.0.0.1:" + free + " can't be reached: connection refused");
        assertThat(check.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --url ftp://localhost",
                "check --url http://",
                "check --url localhost:8080",
                "check --url http://localhost:1 --strategies carrier-pigeon",
                "check --url http://localhost:1 --quiet soon",
                "check --url http://localhost:1 --timeout 0s",
                "check --url http://localhost:1 --format xml",
                "check --url http://localhost:1 --louder",
                "check --url http://localhost:1 twice",
            })
    void wrongUseIsToldInOneLine(String line) {
        check.assertRefused(line, "check --help");
    }

    @Test
    void helpIsGiven() {
        assertThat(check.run("check --help")).isZero();
        assertThat(check.out()).contains("--url", "--quiet", "Exit code", "Examples");
    }

    @Test
    void onlyCommandsAreHandled() {
        assertThat(CommandLineTool.handles("check", "--url", "http://localhost"))
                .isTrue();
        assertThat(CommandLineTool.handles()).isFalse();
        assertThat(CommandLineTool.handles("--server.port=0", "check")).isFalse();
        assertThat(CommandLineTool.handles("serve")).isFalse();
    }
}
