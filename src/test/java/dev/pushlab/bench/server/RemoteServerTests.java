package dev.pushlab.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteServerTests {

    private final Map<String, String> answers = new HashMap<>(Map.of("/api/strategies", "[{\"id\":\"polling\"}]"));
    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    @Test
    void whatItUsesStandsInItsActuator() {
        answers.put("/actuator/prometheus", """
                # HELP process_cpu_time_ns_total of the process
                process_cpu_time_ns_total 1.25E9
                jvm_threads_live_threads{application="push-lab"} 42.0
                """);
        var usage = new RemoteServer(url()).usage();
        assertThat(usage.cpuNanos()).isEqualTo(1.25e9);
        assertThat(usage.workNanos()).as("the compiler's share isn't told").isEqualTo(1.25e9);
        assertThat(usage.threads()).isEqualTo(42);
        assertThat(usage.allocatedBytes()).isNaN();
    }

    @Test
    void withoutAnActuatorItIsUnknown() {
        var server = new RemoteServer(url());
        assertThat(server.usage().cpuNanos()).isNaN();
        assertThat(server.settledMemory()).isNaN();
    }

    @Test
    void somethingElseIsRefused() {
        answers.clear();
        assertThatThrownBy(() -> new RemoteServer(url()))
                .isInstanceOf(NoServer.class)
                .hasMessageContaining("doesn't answer as a Push Lab does");
    }

    @Test
    void itTellsItsConnections() {
        answers.put("/api/stats", "{\"strategies\":{\"sse\":{\"connections\":7}}}");
        assertThat(new Connections(url(), "sse").count()).isEqualTo(7);
        answers.remove("/api/stats");
        assertThatThrownBy(() -> new Connections(url(), "sse").count()).isInstanceOf(NoServer.class);
    }
}
