package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Sockets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks proxies not to hold SockJS' fallbacks back, and notices that a client has a request open again. */
@Component
class SockJsFilter extends OncePerRequestFilter {

    private final StompSessions sessions;

    SockJsFilter(StompSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(StompConfiguration.PATH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Accel-Buffering", "no");
        chain.doFilter(request, response);
        if (request.isAsyncStarted()) {
            // /api/stomp/{server}/{session}/{transport}
            String[] parts = request.getServletPath()
                    .substring(StompConfiguration.PATH.length())
                    .split("/");
            StompSession session = parts.length == 4 ? sessions.find(parts[2]) : null;
            if (session != null && session.transport() instanceof SockJsHttpTransport transport) {
                transport.requested(Sockets.cut(request));
            }
        }
    }
}
