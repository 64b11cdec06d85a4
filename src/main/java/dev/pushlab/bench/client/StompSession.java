package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One STOMP 1.2 session with one subscription, over whatever carries its text both ways. */
final class StompSession {

    /** What stomp-websocket, the page's library, offers too. */
    private static final long HEARTBEAT_MS = 10_000;

    private static final int RECEIPT_TIMEOUT_SECONDS = 2;
    private static final String JSON = "application/json";

    private final ClientSubscription owner;
    private final String after;
    private final Consumer<String> out;
    private final Runnable closeCarrier;
    private final StompDecoder decoder = new StompDecoder(this::received);
    private Future<?> heartbeat;
    private boolean connected;
    private boolean leaving;
    private long lastIn = System.nanoTime();

    /**
     * Says nothing before {@link #connect()}.
     *
     * @param out sends one frame
     * @param closeCarrier ends the connection below in an orderly way
     */
    StompSession(ClientSubscription owner, String after, Consumer<String> out, Runnable closeCarrier) {
        this.owner = owner;
        this.after = after;
        this.out = out;
        this.closeCarrier = closeCarrier;
    }

    void connect() {
        out.accept("CONNECT\naccept-version:1.2\nhost:" + owner.target.base().getHost() + "\nheart-beat:" + HEARTBEAT_MS
                + "," + HEARTBEAT_MS + "\n\n\0");
    }

    void feed(ByteBuf bytes, int from, int end) {
        lastIn = System.nanoTime();
        decoder.feed(bytes, from, end);
    }

    void publish(String json) {
        out.accept("SEND\ndestination:/app/" + owner.target.topic() + "\ncontent-type:" + JSON + "\ncontent-length:"
                + json.getBytes(StandardCharsets.UTF_8).length + "\n\n" + json + "\0");
    }

    void leave() {
        if (!connected || leaving) {
            carrierClosing();
            return;
        }
        leaving = true;
        out.accept("DISCONNECT\nreceipt:bye\n\n\0");
        owner.loop.schedule(this::carrierClosing, RECEIPT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void carrierClosing() {
        if (!owner.ended()) {
            owner.guarded(closeCarrier);
        }
    }

    private void received(StompFrame frame) {
        switch (frame.command) {
            case "MESSAGE" -> {
                if (!leaving) {
                    owner.inbox.message(frame.bytes, frame.bodyFrom, frame.bodyEnd);
                }
            }
            case "CONNECTED" -> connected(frame);
            case "RECEIPT" -> carrierClosing();
            case "ERROR" -> error(frame);
            default -> throw new ContractViolation("unknown STOMP frame " + frame.command);
        }
    }

    private void connected(StompFrame frame) {
        connected = true;
        out.accept("SUBSCRIBE\nid:0\ndestination:/topic/" + owner.target.topic() + "\nafter:" + StompFrame.escape(after)
                + "\n\n\0");
        String[] offered = String.valueOf(frame.header("heart-beat")).split(",");
        if (offered.length == 2) {
            beat(Long.parseLong(offered[1].trim()), Long.parseLong(offered[0].trim()));
        }
    }

    /** Section "Heart-beating": the slower of what one side can and the other wants, 0 for none. */
    private void beat(long serverWants, long serverCan) {
        if (serverWants > 0) {
            long every = Math.max(HEARTBEAT_MS, serverWants);
            heartbeat = owner.loop.scheduleAtFixedRate(this::sendHeartbeat, every, every, TimeUnit.MILLISECONDS);
        }
        if (serverCan > 0) {
            long every = Math.max(HEARTBEAT_MS, serverCan);
            owner.loop.schedule(() -> watch(every), 2 * every, TimeUnit.MILLISECONDS);
        }
    }

    private void sendHeartbeat() {
        if (owner.ended()) {
            heartbeat.cancel(false);
        } else {
            owner.guarded(() -> out.accept("\n"));
        }
    }

    private void watch(long every) {
        long silentMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastIn);
        if (owner.ended() || owner.paused()) {
            return;
        }
        if (silentMs >= 2 * every) {
            owner.fail(new ContractViolation("no heart-beat for " + silentMs + " ms"));
        } else {
            owner.loop.schedule(() -> watch(every), 2 * every - silentMs, TimeUnit.MILLISECONDS);
        }
    }

    private void error(StompFrame frame) {
        String body = frame.bodyEnd > frame.bodyFrom ? frame.body() : String.valueOf(frame.header("message"));
        owner.inbox.refused(Problems.status(body), body, Problems.retryAfter(body));
        closeCarrier.run();
    }
}
