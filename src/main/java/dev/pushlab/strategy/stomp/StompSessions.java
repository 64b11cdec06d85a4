package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Threads;
import dev.pushlab.strategy.WebSocketWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;
import org.springframework.web.socket.sockjs.transport.session.AbstractHttpSockJsSession;
import org.springframework.web.socket.sockjs.transport.session.AbstractSockJsSession;

/** The STOMP sessions by id; it stands between Spring's handler and the sessions, so that no write blocks. */
@Component
class StompSessions implements WebSocketHandlerDecoratorFactory {

    /** Threads that may be stuck in clients of SockJS' fallbacks; only other such clients would notice. */
    private static final int FALLBACK_WRITERS = 32;

    private final Map<String, StompSession> sessions = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor writers = new ThreadPoolExecutor(
            FALLBACK_WRITERS,
            FALLBACK_WRITERS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Threads.factory("sockjs-writer"));

    StompSessions() {
        writers.allowCoreThreadTimeOut(true);
    }

    /** A session; {@code null} if there is none of this id. */
    StompSession find(String id) {
        return sessions.get(id);
    }

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {

            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                var stompSession = new StompSession(session, transport(session));
                sessions.put(session.getId(), stompSession);
                super.afterConnectionEstablished(stompSession);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                StompSession stompSession = sessions.remove(session.getId());
                if (stompSession != null) {
                    stompSession.gone();
                }
                super.afterConnectionClosed(session, status);
            }
        };
    }

    private Transport transport(WebSocketSession session) {
        if (session instanceof AbstractHttpSockJsSession http) {
            return new SockJsHttpTransport(http, writers);
        }
        WebSocketWriter writer = WebSocketWriter.of(session);
        return session instanceof AbstractSockJsSession sockJs
                ? new SockJsWebSocketTransport(
                        writer, sockJs.getSockJsServiceConfig().getMessageCodec())
                : new WebSocketTransport(writer);
    }
}
