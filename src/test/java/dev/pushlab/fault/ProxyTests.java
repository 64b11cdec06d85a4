package dev.pushlab.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy between two real sockets. */
class ProxyTests {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final ToxicConfiguration KINDS = new ToxicConfiguration();

    private ServerSocket listening;
    private Proxy proxy;
    private volatile Conditions conditions = Conditions.GOOD;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 10, LOOPBACK);
        proxy = new Proxy(
                new InetSocketAddress(LOOPBACK, 0),
                new InetSocketAddress(LOOPBACK, listening.getLocalPort()),
                () -> conditions);
        client = open();
        server = listening.accept();
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        proxy.close();
        listening.close();
    }

    private Socket open() throws IOException {
        var socket = new Socket(LOOPBACK, proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private void change(ToxicKind kind, Direction stream, Map<String, Long> attributes) {
        conditions = new Conditions(null, true, List.of(new Toxic(kind, stream, attributes)));
        proxy.apply();
    }

    private void down() {
        conditions = new Conditions(null, false, List.of());
        proxy.apply();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String read(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), US_ASCII);
    }

    private void assertTalking() throws IOException {
        write(client, "question");
        assertThat(read(server, 8)).isEqualTo("question");
        write(server, "answer");
        assertThat(read(client, 6)).isEqualTo("answer");
    }

    @Test
    void passesBytesOnBothWays() throws IOException {
        assertTalking();
    }

    @Test
    void passesOnAnEndAndStillTheAnswer() throws IOException {
        write(client, "question");
        client.shutdownOutput();
        assertThat(new String(server.getInputStream().readAllBytes(), US_ASCII)).isEqualTo("question");
        write(server, "answer");
        server.close();
        assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII)).isEqualTo("answer");
    }

    @Test
    void anEndComesAsLateAsWhatWasBeforeIt() throws IOException {
        change(KINDS.latency(), Direction.DOWNSTREAM, Map.of("latency", 80L, "jitter", 0L));
        write(client, "x"); // the change is made before this gets through
        read(server, 1);
        long start = System.nanoTime();
        write(server, "answer");
        server.close();
        assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII)).isEqualTo("answer");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(80_000_000);
    }

    @Test
    void changesActOnOpenConnectionsAtOnceAndLoseNothing() throws IOException {
        change(KINDS.latency(), Direction.UPSTREAM, Map.of("latency", 600_000L, "jitter", 0L));
        write(client, "held");
        await().during(Duration.ofMillis(50))
                .until(() -> server.getInputStream().available() == 0);
        conditions = Conditions.GOOD;
        proxy.apply();
        assertThat(read(server, 4)).isEqualTo("held");
        assertTalking();
    }

    @Test
    void downResetsOpenConnectionsAndNewOnes() throws IOException {
        assertTalking();
        down();
        assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
        assertThatThrownBy(() -> server.getInputStream().read()).hasMessageContaining("reset");
        assertThatThrownBy(() -> {
                    try (var late = open()) {
                        late.getInputStream().read();
                    }
                })
                .hasMessageContaining("reset");
        conditions = Conditions.GOOD;
        client = open();
        server = listening.accept();
        assertTalking();
    }

    @Test
    void aTimeoutClosesTheConnection() throws IOException {
        change(KINDS.timeout(), Direction.DOWNSTREAM, Map.of("timeout", 50L));
        write(server, "answer");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aPeerIsReset() throws IOException {
        change(KINDS.resetPeer(), Direction.UPSTREAM, Map.of("timeout", 0L));
        write(client, "question");
        assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
        assertThatThrownBy(() -> server.getInputStream().read()).hasMessageContaining("reset");
    }

    @Test
    void anIdleConnectionIsClosedOnBothSides() throws IOException {
        change(KINDS.idle(), Direction.DOWNSTREAM, Map.of("timeout", 50L));
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(server.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aProxyThatReadsHttpKnowsNothingOfConnectionsFromBefore() throws IOException {
        assertTalking();
        change(KINDS.buffering(), Direction.DOWNSTREAM, Map.of("size", 10L));
        assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
    }

    @Test
    void aResetIsPassedOn() throws IOException {
        assertTalking();
        server.setSoLinger(true, 0);
        server.close();
        assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
    }

    @Test
    void aServerThatIsNotThereIsAReset() throws IOException {
        listening.close();
        var late = open();
        assertThatThrownBy(() -> late.getInputStream().read()).hasMessageContaining("reset");
        late.close();
    }

    @Test
    void whoReadsNothingMakesTheSenderWait() throws IOException {
        byte[] block = new byte[64 * 1024];
        var sent = new AtomicLong();
        var sender = new Thread(() -> {
            try {
                while (true) {
                    server.getOutputStream().write(block);
                    sent.addAndGet(block.length);
                }
            } catch (IOException e) {
                // the test is over
            }
        });
        sender.setDaemon(true);
        sender.start();
        var before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> before.getAndSet(sent.get()) == sent.get() && sent.get() > 0);
        // The kernel's buffers at both sockets, and next to nothing in between.
        assertThat(sent.get()).isLessThan(32L * 1024 * 1024);
        long whole = sent.get();
        client.getInputStream().skipNBytes(whole);
        await().until(() -> sent.get() > whole);
    }
}
