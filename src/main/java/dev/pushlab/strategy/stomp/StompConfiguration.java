package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.WebSockets;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;

/** Registers the strategy: STOMP 1.2 over SockJS, and over a native WebSocket at {@code /api/stomp/websocket}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class StompConfiguration implements WebSocketMessageBrokerConfigurer {

    static final String PATH = "/api/stomp";

    private static final int MAX_FRAME_BYTES = 128 * 1024;

    private final StompProperties properties;
    private final WebSockets webSockets;
    private final StompSessions sessions;
    private final StompInbound inbound;
    private final StompErrors errors;
    private final TaskScheduler stompHeartbeats;

    StompConfiguration(
            StompProperties properties,
            WebSockets webSockets,
            StompSessions sessions,
            StompInbound inbound,
            StompErrors errors,
            TaskScheduler stompHeartbeats) {
        this.properties = properties;
        this.webSockets = webSockets;
        this.sessions = sessions;
        this.inbound = inbound;
        this.errors = errors;
        this.stompHeartbeats = stompHeartbeats;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.setErrorHandler(errors);
        registry.addEndpoint(PATH)
                .setHandshakeHandler(webSockets.handshake())
                .withSockJS()
                .setSessionCookieNeeded(false)
                .setTaskScheduler(stompHeartbeats);
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        // The broker never sees a SUBSCRIBE: it is here for CONNECT and heart-beats.
        registry.enableSimpleBroker("/topic")
                .setHeartbeatValue(properties.both())
                .setTaskScheduler(stompHeartbeats);
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        // Nothing here waits, so nothing needs a pool, and frames stay in order.
        registration.interceptors(inbound).executor(new SyncTaskExecutor());
    }

    @Override
    public void configureClientOutboundChannel(ChannelRegistration registration) {
        registration.executor(new SyncTaskExecutor());
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registry) {
        registry.setMessageSizeLimit(MAX_FRAME_BYTES).addDecoratorFactory(sessions);
    }
}
