package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import io.netty.buffer.ByteBuf;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients that speak HTTP, against bytes as any legal server might send them. */
class HttpClientsTests {

    private static final String READY = "{\"control\":\"ready\",\"next\":\"a1:0\",\"heartbeatMs\":15000}";
    private final Recorder recorder = new Recorder();

    @Test
    void sseReadsAStreamInChunksOfOneByteAndCountsWhatTheServerCounts() throws IOException {
        String stream = "event:ready\nid:a1:0\ndata:" + READY + "\n\nid:a1:1\ndata:" + event(1) + "\n\n"
                + "event:closing\ndata:{\"control\":\"closing\",\"reason\":\"shutdown\"}\n\n";
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("text/event-stream;charset=UTF-8");
            for (int i = 0; i < stream.length(); i++) {
                conversation.chunk(stream.substring(i, i + 1));
            }
            conversation.lastChunk();
            conversation.untilClosed();
        })) {
            var subscription = Clients.named("sse")
                    .subscribe(server.target().withTopic("t").withHeader("Origin", "http://o"), "earliest", recorder);
            awaitClosed();
            assertThat(recorder.seen())
                    .containsExactly(
                            "opened a1:0",
                            "event a1:1",
                            "closing {\"control\":\"closing\",\"reason\":\"shutdown\"}",
                            "closed 0 shutdown");
            assertThat(recorder.lastJson).isEqualTo(event(1));
            assertThat(recorder.cause).isNull();
            assertThat(server.requests.get(0))
                    .startsWith("GET /api/sse?topic=t&after=earliest HTTP/1.1\r\n")
                    .containsIgnoringCase("origin: http://o\r\n")
                    .containsIgnoringCase("accept: text/event-stream\r\n");
            assertThat(subscription.position()).isEqualTo("a1:1");
            assertThat(subscription.counters())
                    .isEqualTo(new Counters(server.bytesOut.get(), server.bytesIn.get(), 1, 1));
        }
    }

    @Test
    void ndjsonReadsLinesThatChunksCut() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk(READY + "\n" + event(1).substring(0, 20));
            conversation.chunk(event(1).substring(20) + "\n" + event(2) + "\n" + event(3));
            conversation.chunk("\n");
            conversation.lastChunk();
        })) {
            Clients.named("ndjson").subscribe(server.target(), "latest", recorder);
            awaitClosed();
            assertThat(recorder.seen())
                    .containsExactly("opened a1:0", "event a1:1", "event a1:2", "event a1:3", "closed 0 end of stream");
        }
    }

    @Test
    void anEndInTheMiddleOfAStreamIsNoOrderlyOne() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk(READY + "\n");
        })) {
            Clients.named("ndjson").subscribe(server.target(), "latest", recorder);
            awaitClosed();
            assertThat(recorder.cause).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aRefusalIsToldWithItsProblemAndItsDelay() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.answer("429 Too Many Requests", "Retry-After: 7\r\n", "{\"status\":429}");
        })) {
            for (var client : Clients.all()) {
                var told = new Recorder();
                client.subscribe(server.target(), "latest", told);
                await().untilAsserted(() -> assertThat(told.seen())
                        .as(client.id())
                        .containsExactly("refused 429 {\"status\":429} PT7S", "closed 0 refused with 429"));
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsAnEndWithACause() throws IOException {
        var server = new FakeServer(conversation -> {});
        server.close();
        Clients.named("sse").subscribe(server.target(), "latest", recorder);
        awaitClosed();
        assertThat(recorder.cause).isInstanceOf(IOException.class);
    }

    @Test
    void anIdThatContradictsTheDataIsAViolation() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("text/event-stream");
            conversation.chunk("event:ready\nid:a1:0\ndata:" + READY + "\n\nid:a1:2\ndata:" + event(1) + "\n\n");
            conversation.untilClosed();
        })) {
            Clients.named("sse").subscribe(server.target(), "latest", recorder);
            awaitClosed();
            assertThat(recorder.cause).isInstanceOf(ContractViolation.class);
        }
    }

    @Test
    void anEventBeforeReadyIsAViolation() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk(event(1) + "\n" + READY + "\n");
            conversation.untilClosed();
        })) {
            Clients.named("ndjson").subscribe(server.target(), "latest", recorder);
            awaitClosed();
            assertThat(recorder.seen()).hasSize(1);
            assertThat(recorder.cause).isInstanceOf(ContractViolation.class);
        }
    }

    @Test
    void longPollingFollowsLinksOverOneConnectionUntilTheServerClosesIt() throws IOException {
        try (var server = new FakeServer(conversation -> {
            if (conversation.number == 1) {
                conversation.request();
                conversation.send(
                        "HTTP/1.1 204 No Content\r\nLink: </api/long-polling?after=a1:0>; rel=\"next\"\r\n\r\n");
                conversation.request();
                conversation.send("HTTP/1.1 200 OK\r\nLink: </api/long-polling?after=a1:1>; rel=\"next\"\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n");
                String batch = batch(1);
                conversation.chunk(batch.substring(0, 9));
                conversation.chunk(batch.substring(9));
                conversation.lastChunk();
                conversation.request();
                conversation.answer(
                        "200 OK",
                        "Connection: close\r\nLink: </api/long-polling?after=a1:2>; rel=\"next\"\r\n",
                        batch(2));
            } else if (conversation.number == 2) {
                conversation.request();
                conversation.send("HTTP/1.1 200 OK\r\nLink: </api/long-polling?after=a1:3>; rel=\"next\"\r\n"
                        + "Connection: close\r\n\r\n" + batch(3));
            } else {
                conversation.request();
                conversation.untilClosed();
            }
        })) {
            var subscription = Clients.named("long-polling")
                    .subscribe(server.target().withLimit(5).withLongestWait(Duration.ofSeconds(9)), "latest", recorder);
            await().until(() -> server.requests.size() == 5);
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1", "event a1:2", "event a1:3");
            assertThat(server.requests.get(0)).contains("topic=events&after=latest&limit=5&wait=0s ");
            assertThat(server.requests.get(1)).contains("after=a1%3A0&limit=5&wait=9000ms ");
            assertThat(server.requests.get(4)).contains("after=a1%3A3&");
            assertThat(subscription.counters().requests()).isEqualTo(5);
            assertThat(subscription.counters().connections()).isEqualTo(3);
            subscription.close();
            awaitClosed();
        }
    }

    @Test
    void aRequestThatCrossesTheServersClosingIsMadeAgain() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            if (conversation.number == 1) {
                conversation.send(
                        "HTTP/1.1 204 No Content\r\nLink: </api/long-polling?after=a1:0>; rel=\"next\"\r\n\r\n");
                conversation.request();
            } else {
                conversation.answer("200 OK", "Link: </api/long-polling?after=a1:1>; rel=\"next\"\r\n", batch(1));
                conversation.untilClosed();
            }
        })) {
            var subscription = Clients.named("long-polling").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("event a1:1"));
            subscription.abort();
        }
    }

    @Test
    void pollingSendsTheTagAndUnderstands304() throws IOException {
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.answer(
                    "200 OK", "ETag: \"a1:1\"\r\nLink: </api/polling?after=a1:1>; rel=\"next\"\r\n", batch(1));
            while (true) {
                conversation.request();
                conversation.send("HTTP/1.1 304 Not Modified\r\nETag: \"a1:1\"\r\nContent-Length: 99\r\n"
                        + "Link: </api/polling?after=a1:1>; rel=\"next\"\r\n\r\n");
            }
        })) {
            var subscription = Clients.named("polling")
                    .subscribe(server.target().withPollInterval(Duration.ofMillis(50)), "earliest", recorder);
            await().until(() -> server.requests.size() >= 4);
            assertThat(server.requests.get(3)).containsIgnoringCase("if-none-match: \"a1:1\"\r\n");
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1");
            assertThat(subscription.counters().connections()).isEqualTo(1);
            subscription.close();
            awaitClosed();
        }
    }

    @Test
    void abortingResetsTheConnection() throws IOException {
        var seen = new AtomicReference<IOException>();
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk(READY + "\n");
            try {
                conversation.untilClosed();
            } catch (IOException e) {
                seen.set(e);
            }
        })) {
            var subscription = Clients.named("ndjson").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("opened a1:0"));
            subscription.abort();
            await().untilAsserted(() -> assertThat(seen.get()).isInstanceOf(SocketException.class));
            assertThat(recorder.seen()).endsWith("closed 0 aborted by the client");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void aPausedReaderStallsTheServerAndLosesNothing(int rttMs) throws IOException {
        var written = new AtomicLong();
        int events = 20_000;
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            conversation.socket.setSendBufferSize(8192);
            conversation.chunkedHead("application/x-ndjson");
            conversation.chunk(READY + "\n");
            for (int i = 1; i <= events; i++) {
                conversation.chunk(event(i) + "\n");
                written.set(i);
            }
            conversation.untilClosed();
        })) {
            var subscription = Clients.named("ndjson")
                    .subscribe(
                            server.target().withReceiveBuffer(4096).withRtt(Duration.ofMillis(rttMs)),
                            "latest",
                            new Listener() {
                                @Override
                                public void opened(String next, long heartbeatMs) {
                                    recorder.opened(next, heartbeatMs);
                                }

                                @Override
                                public void event(String epoch, long offset, long dueAt, ByteBuf json) {
                                    if (offset == events) {
                                        recorder.event(epoch, offset, dueAt, json);
                                    }
                                }
                            });
            subscription.pauseReading();
            var stalledAt = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(200))
                    .until(() -> written.get() > 0 && stalledAt.getAndSet(written.get()) == written.get());
            assertThat(written).hasValueLessThan(events);
            subscription.resumeReading();
            await().until(() -> recorder.seen().contains("event a1:" + events));
            subscription.abort();
        }
    }

    private void awaitClosed() {
        await().until(() -> recorder.seen().stream().anyMatch(line -> line.startsWith("closed")));
    }

    private static String event(long offset) {
        return new Event(new Position("a1", offset), "x", 5, "{\"text\":\"some text, so that it is longer\"}").json();
    }

    private static String batch(long offset) {
        return "{\"events\":[" + event(offset) + "],\"next\":\"a1:" + offset + "\",\"gap\":null}";
    }
}
