package dev.pushlab.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each toxic does to the bytes that come its way, on a clock that only the test moves. */
class ToxicTests {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final MockTicker clock = Ticker.newMockTicker();
    private final List<Object> events = new ArrayList<>();
    private int reads;
    private EmbeddedChannel channel;

    private void place(ChannelHandler toxic) {
        var socket = new ChannelDuplexHandler() {
            @Override
            public void read(ChannelHandlerContext context) {
                reads++;
            }
        };
        var forwarder = new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                events.add(event);
            }
        };
        channel = EmbeddedChannel.builder()
                .ticker(clock)
                .handlers(socket, toxic, forwarder)
                .build();
        channel.config().setAutoRead(false);
    }

    @AfterEach
    void leaveNothing() {
        channel.finishAndReleaseAll();
    }

    private void arrive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private void ask(String text) {
        channel.writeOutbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private void elapse(long millis) {
        clock.advance(millis, MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private String passed() {
        var text = new StringBuilder();
        for (ByteBuf block = channel.readInbound(); block != null; block = channel.readInbound()) {
            text.append(block.toString(US_ASCII));
            block.release();
        }
        return text.toString();
    }

    private static String requestOf(String method) {
        return method + " /api/sse HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    @Test
    void latencyHoldsBytesForSoLong() {
        place(new DelayHandler(Delay.latency(100, 0)));
        arrive("a");
        elapse(60);
        arrive("b");
        elapse(39);
        assertThat(passed()).isEmpty();
        elapse(1);
        assertThat(passed()).isEqualTo("a");
        elapse(60);
        assertThat(passed()).isEqualTo("b");
    }

    @Test
    void jitterSpreadsLatencyAndNeverReorders() {
        var delay = Delay.latency(100, 30);
        var held = new ArrayList<Long>();
        for (int i = 0; i < 1_000; i++) {
            held.add(NANOSECONDS.toMillis(delay.passAt(0, 1)));
        }
        assertThat(held).allMatch(millis -> 70 <= millis && millis <= 130).contains(70L, 130L);

        place(new DelayHandler(Delay.latency(100, 100)));
        var sent = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            sent.append(letter);
            arrive(String.valueOf(letter));
            elapse(1);
        }
        elapse(200);
        assertThat(passed()).isEqualTo(sent.toString());
    }

    @Test
    void theEndComesAfterWhatWasHeld() {
        place(new DelayHandler(Delay.latency(100, 0)));
        arrive("last");
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        elapse(99);
        assertThat(events).isEmpty();
        elapse(1);
        assertThat(passed()).isEqualTo("last");
        assertThat(events).containsExactly(ChannelInputShutdownEvent.INSTANCE);
    }

    @Test
    void whatWasHeldPassesAtOnceWhenTheToxicGoes() {
        var toxic = new DelayHandler(Delay.latency(100, 0));
        place(toxic);
        arrive("a");
        arrive("b");
        channel.pipeline().remove(toxic);
        arrive("c");
        assertThat(passed()).isEqualTo("abc");
    }

    @Test
    void theSenderWaitsWhileTooMuchIsHeld() {
        place(new DelayHandler(Delay.latency(100, 0)));
        reads = 0;
        arrive("x".repeat(255 * 1024));
        channel.read();
        assertThat(reads).isOne();
        arrive("x".repeat(1024));
        channel.read();
        assertThat(reads).isOne();
        elapse(100);
        assertThat(passed()).hasSize(256 * 1024);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void bandwidthLetsSoManyKilobytesThroughASecond() {
        place(new DelayHandler(Delay.bandwidth(10)));
        arrive("x".repeat(20_000));
        elapse(99);
        assertThat(passed()).isEmpty();
        elapse(1);
        assertThat(passed()).hasSize(1_000);
        for (int tenths = 2; tenths <= 10; tenths++) {
            elapse(100);
        }
        assertThat(passed()).hasSize(9_000);
        for (int tenths = 11; tenths <= 20; tenths++) {
            elapse(100);
        }
        assertThat(passed()).hasSize(10_000);
    }

    @Test
    void aStallHoldsEverythingUntilItIsOver() {
        place(new DelayHandler(Delay.stall(1_000, 300)));
        long phase = Math.floorMod(clock.nanoTime(), 1_000_000_000L) / 1_000_000;
        elapse(1_000 - phase + 699);
        arrive("a");
        elapse(0);
        assertThat(passed()).isEqualTo("a");
        elapse(1);
        arrive("b");
        elapse(200);
        arrive("c");
        elapse(99);
        assertThat(passed()).isEmpty();
        elapse(1);
        assertThat(passed()).isEqualTo("bc");
    }

    @Test
    void aTimeoutSwallowsEverythingAndClosesInTheEnd() {
        place(new TimeoutHandler(500));
        arrive("a");
        elapse(499);
        assertThat(passed()).isEmpty();
        assertThat(channel.isOpen()).isTrue();
        elapse(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aTimeoutOfZeroClosesOnlyWhenItGoes() {
        var toxic = new TimeoutHandler(0);
        place(toxic);
        arrive("a");
        elapse(600_000);
        assertThat(channel.isOpen()).isTrue();
        channel.pipeline().remove(toxic);
        assertThat(channel.isOpen()).isFalse();
        assertThat(passed()).isEmpty();
    }

    @Test
    void aPeerIsResetAWhileAfterItsFirstBytes() {
        place(new ResetHandler(100));
        elapse(1_000);
        assertThat(events).isEmpty();
        arrive("a");
        elapse(99);
        assertThat(events).isEmpty();
        elapse(1);
        assertThat(events).containsExactly(Forwarder.RESET);
        assertThat(passed()).isEmpty();
    }

    @Test
    void anIdleConnectionIsClosedAndOneThatMovesEitherWayIsNot() {
        place(new IdleHandler(1_000));
        elapse(900);
        arrive("a");
        elapse(900);
        ask("b");
        elapse(900);
        assertThat(channel.isOpen()).isTrue();
        elapse(100);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBufferingProxyHoldsAStreamUntilItsBufferIsFull() {
        place(new BufferingHandler(100));
        ask(requestOf("GET"));
        arrive(CHUNKED);
        arrive("5\r\nhello\r\n");
        assertThat(passed()).isEmpty();
        arrive("28\r\n" + "x".repeat(40) + "\r\n");
        assertThat(passed()).startsWith(CHUNKED).endsWith("x\r\n");
        arrive("5\r\nagain\r\n");
        assertThat(passed()).isEmpty();
        arrive("0\r\n\r\n");
        assertThat(passed()).isEqualTo("5\r\nagain\r\n0\r\n\r\n");
    }

    @Test
    void aBufferingProxyPassesOnWhatHasEnded() {
        place(new BufferingHandler(65_536));
        ask(requestOf("GET"));
        arrive(SHORT);
        assertThat(passed()).isEqualTo(SHORT);
        ask(requestOf("HEAD"));
        arrive("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
        assertThat(passed()).endsWith("\r\n\r\n");
        ask(requestOf("GET"));
        arrive("HTTP/1.1 304 Not Modified\r\n\r\n");
        assertThat(passed()).startsWith("HTTP/1.1 304");
        ask(requestOf("GET"));
        arrive(CHUNKED);
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(passed()).isEqualTo(CHUNKED);
    }

    @Test
    void aBufferingProxyLeavesWebSocketsAlone() {
        place(new BufferingHandler(65_536));
        ask(requestOf("GET"));
        String upgraded = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
        arrive(upgraded + "frame");
        arrive("another");
        assertThat(passed()).isEqualTo(upgraded + "frameanother");
    }

    @Test
    void anUpgradeIsNotPassedOnButEverythingElseIs() {
        place(new UpgradeBlocker());
        arrive("GET /api/websocket?after=latest HTTP/1.1\r\nHost: localhost:8081\r\nConnection: Upgr");
        arrive("ade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n");
        assertThat(passed())
                .isEqualTo("GET /api/websocket?after=latest HTTP/1.1\r\nHost: localhost:8081\r\n"
                        + "Sec-WebSocket-Version: 13\r\nconnection: keep-alive\r\n\r\n");
        String plain = "POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
        arrive(plain);
        assertThat(passed()).isEqualTo(plain);
    }

    @Test
    void whatIsNoHttpDoesNotGetThroughAProxyThatReadsIt() {
        place(new UpgradeBlocker());
        arrive("\u0016\u0003\u0001 no HTTP\r\n\r\n");
        assertThat(channel.isOpen()).isFalse();
    }
}
