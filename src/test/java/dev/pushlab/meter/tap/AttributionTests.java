package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.strategy.Strategies;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pushlab.workload.enabled=false", "pushlab.push.heartbeat=300ms"})
class AttributionTests {

    private static final String UPGRADE = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    @LocalServerPort
    int port;

    @Autowired
    Taps taps;

    @Autowired
    Pages pages;

    @Autowired
    Strategies strategies;

    private Sums sums;

    @BeforeEach
    void nobodyElseIsThere() {
        await().until(() -> taps.sockets().open() == 0);
        sums = new Sums(strategies, taps);
    }

    @Test
    void severalStrategiesShareASocketOneAfterTheOther() throws IOException {
        try (var client = RawClient.to(port)) {
            client.get("/api/polling?topic=shared").answer();
            RawClient.Count polling = client.count();
            client.get("/api/long-polling?topic=shared&wait=20ms").answer();
            RawClient.Count longPolling = client.count();
            client.get("/api/clock").head();
            client.until("\r\n0\r\n\r\n");
            RawClient.Count other = client.count();
            client.get("/api/polling?topic=shared&after=earliest").answer();
            polling = polling.plus(client.count());
            client.get("/api/sse?topic=shared").until("heartbeat\"}");
            client.until("\n\n\r\n");
            RawClient.Count sse = client.count();

            assertThat(sums.count("polling")).isEqualTo(polling);
            assertThat(sums.of("polling").requests()).isEqualTo(2);
            assertThat(sums.count("long-polling")).isEqualTo(longPolling);
            assertThat(sums.count("other")).isEqualTo(other);
            assertThat(sums.count("sse").sent()).isEqualTo(sse.sent());
            // The client may have read what is about to be counted.
            await().until(() -> sums.count("sse").received() >= sse.received());
        }
    }

    @Test
    void anUpgradedSocketKeepsItsStrategyToTheEnd() throws IOException {
        RawClient.Count count;
        try (var client = RawClient.to(port)) {
            client.send(UPGRADE.formatted("/api/websocket")).head();
            client.until("heartbeat\"}");
            client.send("\u0088\u0082\0\0\0\0\u0003\u00e8").until("\u0003\u00e8"); // closing, 1000
            count = client.count();
        }
        await().until(() -> taps.sockets().open() == 0);
        assertThat(sums.count("websocket")).isEqualTo(count);
        assertThat(sums.all()).isEqualTo(count);
        assertThat(sums.of("websocket").requests()).isOne();
    }

    @Test
    void whatIsReadAheadBelongsToSomebody() throws IOException {
        RawClient.Count count;
        try (var client = RawClient.to(port)) {
            String poll = "GET /api/polling HTTP/1.1\r\nHost: localhost\r\n\r\n";
            client.send(poll + poll + "GET /api/cl");
            client.answer();
            client.answer();
            count = client.count();
        }
        await().until(() -> taps.sockets().open() == 0);
        assertThat(sums.all().sent()).isEqualTo(count.sent());
        assertThat(sums.count("polling").received()).isEqualTo(count.received());
        // The server may have said to the half request's end that it was bad, when nobody listened any more.
        assertThat(sums.all().received()).isGreaterThanOrEqualTo(count.received());
        assertThat(sums.of("polling").requests()).isEqualTo(2);
    }

    @Test
    void whatIsNoRequestIsNobodys() throws IOException {
        RawClient.Count count;
        try (var client = RawClient.to(port)) {
            client.send("no HTTP at all\r\n\r\n").answer();
            count = client.count();
        }
        await().until(() -> taps.sockets().open() == 0);
        assertThat(sums.count("other")).isEqualTo(count);
        assertThat(sums.all()).isEqualTo(count);
    }

    @Test
    void aStreamThatBreaksIsCountedToTheEnd() throws IOException {
        RawClient.Count count;
        try (var client = RawClient.to(port)) {
            client.get("/api/ndjson?topic=breaking").until("\"ready\"");
            count = client.count();
        }
        await().until(() -> taps.sockets().open() == 0);
        assertThat(sums.count("ndjson").sent()).isEqualTo(count.sent());
        assertThat(sums.count("ndjson").received()).isGreaterThanOrEqualTo(count.received());
        assertThat(sums.all()).isEqualTo(sums.count("ndjson"));
    }

    @Test
    void aPageHasWhatItsOwnRequestsCaused() throws IOException {
        Page mine = pages.get(pages.open());
        Page other = pages.get(pages.open());
        try (var client = RawClient.to(port)) {
            client.get("/api/polling?page=" + mine.token()).answer();
            RawClient.Count count = client.count();
            client.get("/api/polling?page=" + other.token()).answer();
            client.get("/api/polling?page=unknown").answer();
            client.get("/api/polling").answer();

            assertThat(mine.traffic("polling").sum()).isEqualTo(new Traffic.Sum(count.sent(), count.received(), 1));
            assertThat(other.traffic("polling").sum().requests()).isOne();
            assertThat(sums.of("polling").requests()).isEqualTo(4);
            assertThat(mine.recordings().get("polling")).hasSize(1);
        }
    }

    @Test
    void aPageIsToldItsOwnFiguresOnly() throws IOException {
        String token = pages.open();
        try (var client = RawClient.to(port)) {
            client.get("/api/polling?topic=quiet&page=" + token).answer();
            RawClient.Count count = client.count();
            client.get("/api/polling?topic=quiet").answer();
            client.get("/api/stats?page=" + token).head();
            assertThat(client.until("}}}"))
                    .contains("\"polling\":{\"bytesIn\":" + count.sent() + ",\"bytesOut\":" + count.received()
                            + ",\"requests\":1}")
                    .contains("\"sse\":{\"bytesIn\":0,");
        }
        try (var client = RawClient.to(port)) {
            client.get("/api/stats?page=nobody");
            assertThat(client.until("}")).startsWith("HTTP/1.1 404").contains("urn:push-lab:problem:unknown-page");
        }
    }
}
