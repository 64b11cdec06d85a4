package dev.pushlab.strategy.websocket;

import dev.pushlab.strategy.WebSockets;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Registers the strategy's endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class WebSocketConfiguration implements WebSocketConfigurer {

    private static final String SUBPROTOCOL = "push-lab.v1";

    private final WebSockets webSockets;
    private final EventHandler handler;
    private final StartCheck startCheck;

    WebSocketConfiguration(WebSockets webSockets, EventHandler handler, StartCheck startCheck) {
        this.webSockets = webSockets;
        this.handler = handler;
        this.startCheck = startCheck;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        var handshake = webSockets.handshake();
        handshake.setSupportedProtocols(SUBPROTOCOL);
        registry.addHandler(handler, "/api/websocket")
                .setHandshakeHandler(handshake)
                .addInterceptors(startCheck);
    }
}
