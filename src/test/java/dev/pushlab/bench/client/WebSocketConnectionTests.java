package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Frames as RFC 6455 has them, written and read here by hand. */
class WebSocketConnectionTests {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int FINAL = 0x80;
    private static final String READY = "{\"control\":\"ready\",\"next\":\"a1:0\",\"heartbeatMs\":15000}";
    private static final String EVENT =
            new Event(new Position("a1", 1), "x", 5, "\"" + "ü".repeat(40_000) + "\"").json();

    private final Recorder recorder = new Recorder();
    private final List<String> fromClient = new CopyOnWriteArrayList<>();

    @Test
    void fragmentsAreJoinedPingsAnsweredFramesMaskedAndTheClosingHandshakeMade() throws IOException {
        try (var server = new FakeServer(conversation -> {
            upgrade(conversation);
            send(conversation, FINAL | TEXT, READY);
            send(conversation, TEXT, EVENT.substring(0, 10));
            send(conversation, FINAL | PING, "are you there");
            send(conversation, 0, EVENT.substring(10, 3000));
            send(conversation, FINAL, EVENT.substring(3000));
            fromClient.add(receive(conversation));
            fromClient.add(receive(conversation));
            send(conversation, FINAL | CLOSE, "\u0003\u00e9going");
            fromClient.add(receive(conversation));
            conversation.untilClosed();
        })) {
            var subscription = Clients.named("websocket").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("event a1:1"));
            assertThat(recorder.lastJson).isEqualTo(EVENT);
            subscription.publish("{\"data\":1}");
            await().until(() -> recorder.seen().size() == 3);
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1", "closed 1001 going");
            await().until(() -> fromClient.size() == 3);
            assertThat(fromClient).containsExactly("10 are you there", "1 {\"data\":1}", "8 \u0003\u00e9");
            assertThat(server.requests.get(0))
                    .containsIgnoringCase("sec-websocket-protocol: push-lab.v1\r\n")
                    .doesNotContainIgnoringCase("sec-websocket-extensions");
            await().untilAsserted(() -> assertThat(subscription.counters())
                    .isEqualTo(new Counters(server.bytesOut.get(), server.bytesIn.get(), 1, 1)));
        }
    }

    @Test
    void theClientClosesWithAHandshakeToo() throws IOException {
        try (var server = new FakeServer(conversation -> {
            upgrade(conversation);
            send(conversation, FINAL | TEXT, READY);
            fromClient.add(receive(conversation));
            send(conversation, FINAL | CLOSE, "\u0003\u00e8");
            conversation.untilClosed();
        })) {
            var subscription = Clients.named("websocket").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("opened a1:0"));
            subscription.close();
            await().until(() -> recorder.seen().contains("closed 1000 "));
            assertThat(fromClient).containsExactly("8 \u0003\u00e8");
            assertThat(recorder.cause).isNull();
        }
    }

    @Test
    void aConnectionThatEndsWithoutAHandshakeIsAbnormal() throws IOException {
        try (var server = new FakeServer(conversation -> {
            upgrade(conversation);
            send(conversation, FINAL | TEXT, READY);
        })) {
            Clients.named("websocket").subscribe(server.target(), "latest", recorder);
            await().until(() -> recorder.seen().contains("closed 1006 connection lost"));
            assertThat(recorder.cause).isInstanceOf(EOFException.class);
        }
    }

    private static void upgrade(FakeServer.Conversation conversation) throws IOException {
        var key = Pattern.compile("(?i)sec-websocket-key: (.*)\r\n").matcher(conversation.request());
        assertThat(key.find()).isTrue();
        conversation.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Protocol: push-lab.v1\r\nSec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n\r\n");
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a frame; a close frame's text begins with its code, as two characters of Latin-1. */
    private static void send(FakeServer.Conversation conversation, int first, String text) throws IOException {
        byte[] payload = text.getBytes((first & 15) == CLOSE ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65_536) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.write(payload);
        conversation.send(frame.toByteArray());
    }

    /** A frame from the client as its opcode and text; it must be final, short and masked. */
    private static String receive(FakeServer.Conversation conversation) throws IOException {
        int first = conversation.read();
        int length = conversation.read();
        if ((first & FINAL) == 0 || (length & 0x80) == 0 || (length & 0x7f) > 125) {
            return "neither final, masked nor short";
        }
        int[] mask = {conversation.read(), conversation.read(), conversation.read(), conversation.read()};
        var text = new StringBuilder();
        for (int i = 0; i < (length & 0x7f); i++) {
            text.append((char) (conversation.read() ^ mask[i % 4]));
        }
        return (first & 15) + " " + text;
    }
}
