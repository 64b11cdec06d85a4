package dev.pushlab.bench.baseline;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where the raw WebSocket is. */
@Configuration
@EnableWebSocket
class WebSocketConfiguration implements WebSocketConfigurer {

    private final EventHandler handler;

    WebSocketConfiguration(EventHandler handler) {
        this.handler = handler;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/api/websocket");
    }
}
