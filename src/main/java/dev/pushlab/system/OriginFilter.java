package dev.pushlab.system;

import dev.pushlab.strategy.Problem;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Strategy.Trait;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.WebUtils;

/**
 * Refuses two-way strategies to other sites' pages, saying why: browsers let any page open a WebSocket (RFC 6455, section
 * 10.2).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class OriginFilter extends OncePerRequestFilter {

    private final List<String> paths;

    OriginFilter(Strategies strategies) {
        paths = strategies.all().stream()
                .filter(strategy -> strategy.has(Trait.TWO_WAY))
                .map(Strategy::path)
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ORIGIN) == null
                || paths.stream().noneMatch(request.getServletPath()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSameOrigin(request)) {
            chain.doFilter(request, response);
        } else {
            Problem problem = Problem.of(
                    "cross-origin",
                    403,
                    "A page of another origin may not open this. Open it from the server's own page; behind a proxy, let"
                            + " the proxy pass on Host as the browser sent it.");
            ProblemWriter.write(response, problem);
        }
    }

    private static boolean isSameOrigin(HttpServletRequest request) {
        try {
            return WebUtils.isSameOrigin(new ServletServerHttpRequest(request));
        } catch (InvalidUrlException e) {
            return false;
        }
    }
}
