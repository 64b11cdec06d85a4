package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Delivery;
import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Sink;
import java.io.IOException;

/** Writes into one subscription of a STOMP session. */
final class StompSink implements Sink {

    private final StompSession session;
    private final String subscription;
    private final Encoding<byte[]> encoding;

    StompSink(StompSession session, String subscription, Encoding<byte[]> encoding) {
        this.session = session;
        this.subscription = subscription;
        this.encoding = encoding;
    }

    @Override
    public void send(Delivery delivery, Runnable written) throws IOException {
        session.transport().send(delivery.as(encoding), written);
    }

    @Override
    public void end(Delivery last) throws IOException {
        session.transport().send(last.as(encoding), () -> {});
        session.ended(subscription);
    }

    @Override
    public void abort() {
        session.transport().cut();
    }
}
