package dev.pushlab.system;

import dev.pushlab.strategy.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to names that are meant for this server: a page elsewhere could make its own name point here (DNS
 * rebinding), but it can't have an address for a name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HostFilter extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    private final SystemProperties properties;

    HostFilter(SystemProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (host.equals("localhost")
                || ADDRESS.matcher(host).matches()
                || properties.allowedHosts().contains(host)) {
            chain.doFilter(request, response);
        } else {
            Problem problem = Problem.of(
                    "misdirected-request",
                    421,
                    "This server is not known as " + host + ". Set pushlab.system.allowed-hosts=" + host
                            + " if it should be.");
            ProblemWriter.write(response, problem);
        }
    }
}
