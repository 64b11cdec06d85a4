package dev.pushlab.meter.tap;

import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;

/** Makes the web server that it would make anyway, but with a tap on each connection. */
final class TappedWebServerFactory extends JettyServletWebServerFactory {

    private final Taps taps;

    TappedWebServerFactory(Taps taps) {
        this.taps = taps;
    }

    @Override
    protected AbstractConnector createConnector(
            InetSocketAddress address, Server server, Executor executor, Scheduler scheduler, ByteBufferPool pool) {
        AbstractConnector plain = super.createConnector(address, server, executor, scheduler, pool);
        return new TappedConnector((ServerConnector) plain, taps);
    }

    /** Puts other connectors in place of the one above: their tap stands above TLS. */
    @Override
    protected void customizeSsl(Server server, InetSocketAddress address) {
        super.customizeSsl(server, address);
        for (Connector connector : server.getConnectors()) {
            var ssl = connector.getConnectionFactory(SslConnectionFactory.class);
            if (ssl != null && connector instanceof AbstractConnector secure) {
                secure.removeConnectionFactory(ssl.getProtocol());
                secure.addFirstConnectionFactory(new TappedSslConnection.Factory(ssl, taps));
            }
        }
    }

    @Override
    protected Handler addHandlerWrappers(Handler handler) {
        return new Boundaries(
                super.addHandlerWrappers(handler),
                getSettings().getContextPath().toString(),
                taps);
    }
}
