package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import java.io.EOFException;
import java.util.concurrent.ThreadLocalRandom;

/** Reads and publishes by STOMP over one SockJS transport, never over another instead. */
final class SockJsClient implements Client {

    /** What SockJS's own client reports in these cases. */
    static final int LOST = 1006;

    private final String transportName;
    private final SockJsTransport.Factory transports;

    SockJsClient(String transportName, SockJsTransport.Factory transports) {
        this.transportName = transportName;
        this.transports = transports;
    }

    @Override
    public String id() {
        return "sockjs-" + transportName;
    }

    @Override
    public String strategy() {
        return "stomp";
    }

    @Override
    public boolean twoWay() {
        return true;
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new SockJsSubscription(target, after, listener).begin();
    }

    private static String newSessionPath(Target target) {
        var random = ThreadLocalRandom.current();
        String server = String.format("%03d", random.nextInt(1_000));
        return target.path("/api/stomp/" + server + "/" + Long.toString(random.nextLong() >>> 1, 36));
    }

    private final class SockJsSubscription extends ClientSubscription implements SockJsFrames.Handler {

        private final SockJsTransport transport;
        private final StompSession session;
        private boolean opened;

        SockJsSubscription(Target target, String after, Listener listener) {
            super(target, after, listener);
            var frames = new SockJsFrames(this);
            transport = transports.create(this, newSessionPath(target), frames::frame);
            session = new StompSession(this, after, transport::send, transport::close);
        }

        @Override
        void start() {
            transport.open();
        }

        @Override
        void leave() {
            session.leave();
        }

        @Override
        public void publish(String json) {
            publish(() -> session.publish(json));
        }

        @Override
        public void opened() {
            if (opened) {
                // the server has forgotten the session, and the next request for messages has begun it anew
                end(LOST, "the server has lost the session", new EOFException("a second SockJS open frame"));
            } else {
                opened = true;
                session.connect();
            }
        }

        @Override
        public void message(ByteBuf bytes, int from, int end) {
            session.feed(bytes, from, end);
        }

        @Override
        public void closed(int code, String reason) {
            end(code, reason, null);
        }
    }
}
