package dev.pushlab.fault;

import dev.pushlab.log.RefusedException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A second way to the server, by a port of its own, on which the network is as bad as somebody wants it. */
@Component
public class FaultyNetwork implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(FaultyNetwork.class);
    private static final int MAX_PORT = 65_535;

    private final FaultProperties properties;
    private final ServerProperties server;
    private final Faults faults;
    private volatile Proxy proxy;

    FaultyNetwork(FaultProperties properties, ServerProperties server, Toxics toxics) {
        this.properties = properties;
        this.server = server;
        this.faults = new Faults(toxics, System::nanoTime);
    }

    /** Where it listens, beside the server; {@code null} if there is none. */
    public Integer port() {
        Proxy running = proxy;
        return running == null ? null : running.port();
    }

    FaultState state() {
        Conditions now = faults.now();
        return new FaultState(port(), now.enabled(), now.preset(), faults.remainingMillis(), now.toxics());
    }

    /** @throws RefusedException if what is asked for is not known or out of range, or there is no faulty network */
    void change(FaultSpec spec) {
        if (proxy == null) {
            throw RefusedException.unknown(
                    "no-faulty-network",
                    "There is no faulty network here. Start the server with pushlab.fault.enabled=true.");
        }
        faults.change(spec);
        proxy.apply();
    }

    void reset() {
        faults.reset();
        if (proxy != null) {
            proxy.apply();
        }
    }

    @EventListener
    void open(ServletWebServerInitializedEvent event) {
        // The management server, if it has a port of its own, is started in the same way.
        if (!properties.enabled() || event.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        int serverPort = event.getWebServer().getPort();
        InetAddress address = server.getAddress() == null ? InetAddress.getLoopbackAddress() : server.getAddress();
        InetAddress target = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        proxy = listen(address, port(serverPort), new InetSocketAddress(target, serverPort));
        logger.info("The faulty network leads here from http://localhost:{}/", proxy.port());
    }

    private int port(int serverPort) {
        if (properties.port() != null) {
            return properties.port();
        }
        boolean anywhere = Integer.valueOf(0).equals(server.getPort()) || serverPort == MAX_PORT;
        return anywhere ? 0 : serverPort + 1;
    }

    /** Nobody has asked for the default port, so another one will do where it is taken. */
    private Proxy listen(InetAddress address, int port, InetSocketAddress target) {
        try {
            return new Proxy(new InetSocketAddress(address, port), target, faults::now);
        } catch (BindException taken) {
            if (port == 0 || properties.port() != null) {
                throw new PortInUseException(port, taken);
            }
            logger.info("Port {}, the faulty network's by default, is taken", port);
            return listen(address, 0, target);
        }
    }

    @Override
    public void destroy() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
