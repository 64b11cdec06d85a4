package dev.pushlab.bench.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import javax.net.ssl.SSLException;

/** TLS as the JVM is set up for it: trusts what {@code javax.net.ssl.trustStore} trusts, and checks the host's name. */
final class Tls {

    private static final SslContext CONTEXT = context();

    private Tls() {}

    static ChannelHandler handler(Channel channel, Target target) {
        return CONTEXT.newHandler(channel.alloc(), target.base().getHost(), target.port());
    }

    private static SslContext context() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS: " + e.getMessage(), e);
        }
    }
}
