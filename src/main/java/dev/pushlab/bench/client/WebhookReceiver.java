package dev.pushlab.bench.client;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Where webhooks deliver to: an HTTP server on 127.0.0.1 for all of this process that are as distant.
 *
 * <p>Signatures aren't verified, which would cost the bench more than reading what they sign; a webhook's path is known
 * to its server only.
 */
final class WebhookReceiver {

    private static final Map<Duration, WebhookReceiver> BY_DISTANCE = new ConcurrentHashMap<>();
    private static final int LARGEST_BODY = 16 << 20;

    private final Map<String, WebhookSubscription> subscriptions = new ConcurrentHashMap<>();
    private final Duration rtt;
    private final int port;

    private WebhookReceiver(Duration rtt) {
        this.rtt = rtt;
        port = ClientRuntime.listen(new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                accept(channel);
            }
        });
    }

    /** The one of a distance, which listens from its first use on. */
    static WebhookReceiver at(Duration rtt) {
        return BY_DISTANCE.computeIfAbsent(rtt, WebhookReceiver::new);
    }

    int port() {
        return port;
    }

    /** Whether a host is this machine, as far as can be told. */
    boolean canBeCalledFrom(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException e) {
            // connecting to it will say what is wrong
            return true;
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Lets deliveries to a path come to a subscription. */
    void enrol(String path, WebhookSubscription subscription) {
        subscriptions.put(path, subscription);
    }

    void dismiss(String path) {
        subscriptions.remove(path);
    }

    /** Whom a path is of; {@code null} if nobody's, or no longer. */
    WebhookSubscription subscription(String path) {
        return subscriptions.get(path);
    }

    private void accept(SocketChannel channel) {
        var wire = new WireMeter();
        wire.connected();
        channel.pipeline().addLast(wire.tap());
        if (!rtt.isZero()) {
            channel.pipeline().addLast(new Delay(rtt));
            // TCP's handshake takes a round trip
            channel.config().setAutoRead(false);
            channel.eventLoop().schedule(() -> channel.config().setAutoRead(true), rtt.toNanos(), TimeUnit.NANOSECONDS);
        }
        channel.pipeline()
                .addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(LARGEST_BODY),
                        new WebhookConnection(this, wire));
    }
}
