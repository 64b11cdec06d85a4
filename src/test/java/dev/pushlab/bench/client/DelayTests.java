package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A distance between a client and its server. */
class DelayTests {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Delay delay = new Delay(Duration.ofMillis(100));
    private final List<String> told = new ArrayList<>();

    DelayTests() {
        channel.freezeTime();
        channel.pipeline().addLast(delay, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                told.add("active");
            }

            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                told.add(text((ByteBuf) message));
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
                told.add("|");
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                told.add(cause.getMessage());
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                told.add("inactive");
            }
        });
    }

    @Test
    void whatArrivesIsTakenHalfARoundTripLaterInOrder() {
        channel.writeInbound(Bytes.of("a"));
        pass(20);
        channel.writeInbound(Bytes.of("b"), Bytes.of("c"));
        pass(29);
        assertThat(told).isEmpty();
        pass(1);
        assertThat(told).containsExactly("a", "|");
        pass(19);
        assertThat(told).hasSize(2);
        pass(1);
        assertThat(told).containsExactly("a", "|", "b", "c", "|");
    }

    @Test
    void whatIsSentLeavesHalfARoundTripLaterInOrder() {
        channel.writeOneOutbound(Bytes.of("a"));
        channel.writeOneOutbound(Bytes.of("b"));
        channel.flushOutbound();
        pass(30);
        var last = channel.writeAndFlush(Bytes.of("c"));
        pass(19);
        assertThat(sent()).isEmpty();
        pass(1);
        assertThat(sent()).containsExactly("a", "b");
        pass(29);
        assertThat(last.isDone()).isFalse();
        pass(1);
        assertThat(sent()).containsExactly("c");
        assertThat(last.isSuccess()).isTrue();
    }

    @Test
    void aConnectionIsMadeAfterAWholeRoundTripAndNothingComesBefore() {
        channel.pipeline().fireChannelActive();
        channel.writeInbound(Bytes.of("hello"));
        pass(99);
        assertThat(told).isEmpty();
        pass(1);
        assertThat(told).containsExactly("active", "hello", "|");
    }

    @Test
    void theEndOfTheInputStandsBehindItsBytes() {
        channel.writeInbound(Bytes.of("last words"));
        pass(10);
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        pass(49);
        assertThat(told).containsExactly("last words", "|");
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(told).containsExactly("last words", "|", "inactive");
    }

    @Test
    void whatBrokeTheConnectionIsToldBehindItsBytes() {
        channel.writeInbound(Bytes.of("last words"));
        channel.pipeline().fireExceptionCaught(new IOException("reset"));
        assertThat(told).isEmpty();
        pass(50);
        assertThat(told).containsExactly("last words", "|", "reset");
    }

    @Test
    void closingWaitsForWhatWasWritten() {
        channel.writeAndFlush(Bytes.of("good-bye"));
        var closed = channel.pipeline().close();
        pass(49);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(sent()).containsExactly("good-bye");
        assertThat(closed.isSuccess()).isTrue();
    }

    @Test
    void whatIsHeldWhenTheChannelGoesAwayIsTakenOrReleased() {
        var held = Bytes.of("too late");
        channel.writeInbound(Bytes.of("just in time"));
        var written = channel.writeAndFlush(held);
        channel.pipeline().context(delay).close();
        channel.runPendingTasks();
        assertThat(told).containsExactly("just in time", "|", "inactive");
        assertThat(held.refCnt()).isZero();
        assertThat(written.isDone()).isTrue();
        assertThat(written.isSuccess()).isFalse();
        assertThat(sent()).isEmpty();
    }

    @Test
    void aStreamThatEndsAtOnceIsReadToItsEndHalfARoundTripLater() throws IOException {
        var recorder = new Recorder();
        var sentAt = new AtomicLong();
        var endedAt = new AtomicLong();
        try (var server = new FakeServer(conversation -> {
            conversation.request();
            sentAt.set(System.nanoTime());
            conversation.send("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n"
                    + "{\"control\":\"ready\",\"next\":\"a1:0\",\"heartbeatMs\":0}\n"
                    + "{\"id\":\"a1:1\",\"type\":\"x\",\"dueAt\":5,\"data\":1}\n");
        })) {
            var distant = server.target().withRtt(Duration.ofMillis(80));
            Clients.named("ndjson").subscribe(distant, "latest", new Listener() {
                @Override
                public void opened(String next, long heartbeatMs) {
                    recorder.opened(next, heartbeatMs);
                }

                @Override
                public void event(String epoch, long offset, long dueAt, ByteBuf json) {
                    recorder.event(epoch, offset, dueAt, json);
                }

                @Override
                public void closed(int code, String reason, Throwable cause) {
                    endedAt.set(System.nanoTime());
                    recorder.closed(code, reason, cause);
                }
            });
            await().until(() -> recorder.seen().size() == 3);
            assertThat(recorder.seen()).containsExactly("opened a1:0", "event a1:1", "closed 0 end of stream");
            // a timer may fire a little early
            assertThat(Duration.ofNanos(endedAt.get() - sentAt.get())).isGreaterThan(Duration.ofMillis(38));
        }
    }

    @Test
    void aResetIsNotHeldUp() throws IOException {
        var seen = new AtomicReference<IOException>();
        try (var server = new FakeServer(conversation -> {
            try {
                seen.set(new IOException("connected"));
                conversation.read();
            } catch (IOException e) {
                seen.set(e);
            }
        })) {
            var subscription = Clients.named("ndjson")
                    .subscribe(server.target().withRtt(Duration.ofHours(1)), "latest", new Recorder());
            await().until(() -> seen.get() != null);
            subscription.abort();
            await().untilAsserted(() -> assertThat(seen.get()).isInstanceOf(SocketException.class));
        }
    }

    private void pass(int milliseconds) {
        channel.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    private List<String> sent() {
        var sent = new ArrayList<String>();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            sent.add(text(next));
        }
        return sent;
    }

    private static String text(ByteBuf bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.release();
        return text;
    }
}
