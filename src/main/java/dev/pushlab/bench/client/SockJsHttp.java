package dev.pushlab.bench.client;

import io.netty.handler.codec.http.FullHttpRequest;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * SockJS's HTTP transports: one answer after another brings frames, each ended by the server after some bytes
 * (streaming) or a frame (polling), and asked for again on the same connection.
 */
final class SockJsHttp implements SockJsTransport {

    private final ClientSubscription owner;
    private final String contentType;
    private final Supplier<FullHttpRequest> receive;
    private final Function<ByteRange, ByteRange> framing;
    private final ByteRange frames;
    private final HttpConnection receiver;
    private final SockJsSender sender;

    /** @param framing makes the parser that finds frames in an answer's body, a new one for every answer */
    private SockJsHttp(
            ClientSubscription owner,
            String session,
            ByteRange frames,
            String contentType,
            Supplier<FullHttpRequest> receive,
            Function<ByteRange, ByteRange> framing) {
        this.owner = owner;
        this.contentType = contentType;
        this.receive = receive;
        this.framing = framing;
        this.frames = frames;
        receiver = new HttpConnection(owner);
        sender = new SockJsSender(owner, session);
    }

    static SockJsTransport xhrStreaming(ClientSubscription owner, String session, ByteRange frames) {
        return xhr(owner, session, frames, "/xhr_streaming");
    }

    static SockJsTransport xhrPolling(ClientSubscription owner, String session, ByteRange frames) {
        return xhr(owner, session, frames, "/xhr");
    }

    private static SockJsTransport xhr(ClientSubscription owner, String session, ByteRange frames, String path) {
        return new SockJsHttp(
                owner,
                session,
                frames,
                "application/javascript",
                () -> Requests.post(owner.target, session + path, "", ""),
                SockJsHttp::lines);
    }

    static SockJsTransport eventSource(ClientSubscription owner, String session, ByteRange frames) {
        return new SockJsHttp(
                owner,
                session,
                frames,
                "text/event-stream",
                () -> Requests.get(owner.target, session + "/eventsource", "text/event-stream"),
                SockJsHttp::messages);
    }

    @Override
    public void open() {
        if (!owner.ended()) {
            receiver.send(receive.get(), new EventStream(owner, contentType, framing.apply(frames), this::open));
        }
    }

    @Override
    public void send(String message) {
        sender.send(message);
    }

    @Override
    public void close() {
        owner.end(0, "closed by the client", null);
    }

    private static ByteRange lines(ByteRange frames) {
        return new LineSplitter(frames)::feed;
    }

    private static ByteRange messages(ByteRange frames) {
        return new SseParser((name, lastEventId, data, from, end) -> frames.accept(data, from, end))::feed;
    }
}
