package dev.pushlab.strategy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every strategy that streams over a plain HTTP response a body that never blocks. */
@Component
final class NonBlockingFilter extends OncePerRequestFilter {

    private final Set<String> paths;

    NonBlockingFilter(Strategies strategies) {
        paths = strategies.all().stream()
                .filter(strategy -> strategy.has(Strategy.Trait.HTTP_STREAM))
                .map(Strategy::path)
                .collect(Collectors.toSet());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !paths.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new NonBlockingResponse(request, response));
    }
}
