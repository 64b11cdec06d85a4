package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.strategy.Strategies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With TLS the bytes above it are counted, as the client reads and writes them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "server.ssl.key-store-password=" + TlsTapTests.PASSWORD})
class TlsTapTests {

    static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Taps taps;

    @Autowired
    Pages pages;

    @Autowired
    Strategies strategies;

    @DynamicPropertySource
    static void keyStore(DynamicPropertyRegistry registry) throws IOException, InterruptedException {
        Path store = folder.resolve("server.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        registry.add("server.ssl.key-store", () -> "file:" + store);
    }

    private RawClient client() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new RawClient(context.getSocketFactory().createSocket("127.0.0.1", port));
    }

    @Test
    void whatStandsAboveTlsIsCountedAndRecorded() throws Exception {
        var sums = new Sums(strategies, taps);
        String token = pages.open();
        RawClient.Count polling;
        RawClient.Count websocket;
        try (var client = client()) {
            client.get("/api/polling?page=" + token).answer();
            polling = client.count();
            client.get("/api/polling?after=earliest").answer();
            polling = polling.plus(client.count());
            client.send("GET /api/websocket?page=" + token + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            client.head();
            client.until("\"ready\"");
            client.until("}");
            websocket = client.count();
            RawClient.Count both = polling.plus(websocket);
            await().untilAsserted(() ->
                    assertThat(taps.sockets()).isEqualTo(new Taps.OpenSockets(1, both.sent(), both.received())));
        }
        await().until(() -> taps.sockets().open() == 0);
        assertThat(sums.count("polling")).isEqualTo(polling);
        assertThat(sums.count("websocket").sent()).isEqualTo(websocket.sent());
        assertThat(sums.all()).isEqualTo(sums.count("polling").plus(sums.count("websocket")));
        byte[] first = pages.get(token)
                .recordings()
                .get("websocket")
                .get(0)
                .segments()
                .get(0)
                .bytes();
        assertThat(new String(first)).startsWith("GET /api/websocket?page=******");
    }
}
