package dev.pushlab.strategy.websocket;

import dev.pushlab.log.EventLogs;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Refuses an upgrade that can never succeed while there still is an HTTP response to say so. */
@Component
class StartCheck implements HandshakeInterceptor {

    private static final Logger logger = LoggerFactory.getLogger(StartCheck.class);

    private final EventLogs logs;

    StartCheck(EventLogs logs) {
        this.logs = logs;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            response.getHeaders().setUpgrade("websocket");
            answer(response, Problem.of("upgrade-required", 426, "Open a WebSocket here (RFC 6455)."));
            return false;
        }
        try {
            Start start = Start.of(request.getURI());
            attributes.put(EventHandler.START, start);
            logs.topic(start.topic()).start(start.after());
        } catch (RefusedException refusal) {
            if (refusal.status() == HttpStatus.BAD_REQUEST.value()) {
                answer(response, Problem.of(refusal));
                return false;
            }
            // What may pass is told within the stream, as on every other.
        }
        return true;
    }

    private static void answer(ServerHttpResponse response, Problem problem) throws IOException {
        logger.debug("Refused: {}", problem.detail());
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getBody().write(problem.json().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler, Exception failure) {
        // Nothing was begun.
    }
}
