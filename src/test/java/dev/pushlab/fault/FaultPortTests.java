package dev.pushlab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushlab.log.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;

/** Where the faulty network listens. */
class FaultPortTests {

    private final ServerProperties server = new ServerProperties();

    private FaultyNetwork open(FaultProperties properties, int serverPort) {
        var network = new FaultyNetwork(properties, server, new Toxics(List.of()));
        try (var context = new ServletWebServerApplicationContext()) {
            network.open(new ServletWebServerInitializedEvent(new Listening(serverPort), context));
        } finally {
            network.destroy();
        }
        return network;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void byDefaultItIsThePortAfterTheServers() throws IOException {
        int port = free();
        assertThat(open(new FaultProperties(true, null), port - 1).port()).isEqualTo(port);
    }

    @Test
    void anotherOneWillDoWhereTheDefaultIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(open(new FaultProperties(true, null), taken.getLocalPort() - 1)
                            .port())
                    .isPositive()
                    .isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void noneButTheOneThatWasAskedForWillDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var properties = new FaultProperties(true, taken.getLocalPort());
            assertThatThrownBy(() -> open(properties, 8080)).isInstanceOf(PortInUseException.class);
        }
    }

    @Test
    void aServerOnAFreePortHasItOnAnother() {
        server.setPort(0);
        assertThat(open(new FaultProperties(true, null), 8080).port()).isPositive();
    }

    @Test
    void withoutItNothingCanBeChanged() {
        var network = open(new FaultProperties(false, null), 8080);
        assertThat(network.state().port()).isNull();
        assertThatThrownBy(() -> network.change(new FaultSpec("mobile", null, null)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("pushlab.fault.enabled=true");
        network.reset();
    }

    private record Listening(int port) implements WebServer {

        @Override
        public void start() {
            // it does nothing but have a port
        }

        @Override
        public void stop() {
            // see start
        }

        @Override
        public int getPort() {
            return port;
        }
    }
}
