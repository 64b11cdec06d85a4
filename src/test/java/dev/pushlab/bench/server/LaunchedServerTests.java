package dev.pushlab.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LaunchedServerTests {

    private static final byte[][] KEPT = new byte[1][];

    @Test
    void startsAProcessAsksItAndEndsIt() throws InterruptedException, IOException {
        var others = ProcessHandle.current().children().toList();
        ProcessHandle process;
        try (var server = LaunchedServer.start("sample", Sample.class.getName(), List.of("8"))) {
            process = childBut(others);
            try (var socket = new Socket("127.0.0.1", server.url().getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
            var before = server.usage();
            assertThat(before.cpuNanos()).isPositive();
            assertThat(before.allocatedBytes()).isGreaterThan(8 << 20);
            assertThat(before.threads()).isPositive();
            assertThat(before.compilerNanos()).isBetween(0.0, before.cpuNanos());
            assertThat(before.workNanos()).isEqualTo(before.cpuNanos() - before.compilerNanos());
            assertThat(server.settledMemory()).isBetween(8.0 * (1 << 20), 64.0 * (1 << 20));
            assertThat(server.usage().since(before).cpuNanos()).isPositive();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void saysWhyAServerDidNotStart() {
        assertThatThrownBy(() -> LaunchedServer.start("sample", Sample.class.getName(), List.of("no number")))
                .isInstanceOf(NoServer.class)
                .hasMessageContaining("no number");
    }

    @Test
    void endsWithItsBenchHoweverThatEnds() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leash.class.getName(),
                        Sample.class.getName(),
                        "1")
                .start();
        process.getOutputStream().close();
        await().until(() -> !process.isAlive());
    }

    private static ProcessHandle childBut(List<ProcessHandle> others) {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .findFirst()
                .orElseThrow();
    }

    /** Keeps some MiB and listens. */
    static final class Sample {

        private Sample() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            KEPT[0] = new byte[Integer.parseInt(args[0]) << 20];
            try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                System.out.println("Sample started on port " + socket.getLocalPort());
                new CountDownLatch(1).await();
            }
        }
    }
}
