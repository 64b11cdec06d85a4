package dev.pushlab.strategy;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.springframework.stereotype.Component;
import org.springframework.web.context.ServletContextAware;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** How WebSockets (RFC 6455) are opened here. */
@Component
public class WebSockets implements ServletContextAware {

    /** The largest publication is 64 KiB; escaped within a SockJS frame it can take several times that. */
    private static final int MAX_MESSAGE_BYTES = 512 * 1024;

    /** What may be on its way to a client that reads slowly: a delivery and its answers to the client. */
    private static final int MAX_OUTGOING_FRAMES = 4 * Pump.LIMIT;

    private static final Duration MIN_IDLE = Duration.ofSeconds(60);

    private final PushProperties properties;

    WebSockets(PushProperties properties) {
        this.properties = properties;
    }

    /** A handshake without extensions, for a session that our heartbeats keep alive. */
    public DefaultHandshakeHandler handshake() {
        return new DefaultHandshakeHandler(new JettyRequestUpgradeStrategy());
    }

    @Override
    public void setServletContext(ServletContext servletContext) {
        var container = JettyWebSocketServerContainer.getContainer(servletContext);
        if (container == null) {
            return; // no server: a test of the beans alone
        }
        Duration idle = properties.heartbeat().multipliedBy(3);
        container.setIdleTimeout(idle.compareTo(MIN_IDLE) < 0 ? MIN_IDLE : idle);
        container.setMaxTextMessageSize(MAX_MESSAGE_BYTES);
        container.setMaxBinaryMessageSize(MAX_MESSAGE_BYTES);
        container.setMaxOutgoingFrames(MAX_OUTGOING_FRAMES);
        // Accepted whenever a client offers it, so that two clients would not measure the same thing.
        var context = ServletContextHandler.getServletContextHandler(servletContext);
        WebSocketServerComponents.getWebSocketComponents(context)
                .getExtensionRegistry()
                .unregister("permessage-deflate");
    }
}
