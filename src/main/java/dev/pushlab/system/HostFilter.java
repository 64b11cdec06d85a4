package dev.pushlab.system;

import dev.pushlab.strategy.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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

    private final SystemProperties properties;

    HostFilter(SystemProperties properties) {
        this.properties = properties;
    }

    /** IPv6 addresses have colons, which names can't; the last part of a name has a letter (RFC 3696, section 2). */
    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (host.equals("localhost")
                || isAddress(host)
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
