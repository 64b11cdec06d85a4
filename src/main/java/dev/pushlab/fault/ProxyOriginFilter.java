package dev.pushlab.fault;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the server's own page use the faulty network, which to a browser is another origin: nothing behind this filter sees a
 * difference, and all other origins stay what they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProxyOriginFilter extends OncePerRequestFilter {

    private static final String EXPOSED = "ETag, Link, Retry-After";
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String ACCEPTED = "Content-Type, If-None-Match";

    /** In seconds; the longest that browsers accept is two hours. */
    private static final String PREFLIGHT_HOLDS = "7200";

    private final FaultyNetwork network;

    ProxyOriginFilter(FaultyNetwork network) {
        this.network = network;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || !request.getServletPath().startsWith("/api/") || !isOurOther(origin, request);
    }

    /** Same host, and of the two ports, the server's and the faulty network's, the one each. */
    private boolean isOurOther(String origin, HttpServletRequest request) {
        Integer proxy = network.port();
        if (proxy == null || !request.getScheme().equals("http")) {
            return false;
        }
        int own = request.getLocalPort();
        int asked = request.getServerPort();
        if (asked != own && asked != proxy) {
            return false;
        }
        int other = asked == own ? proxy : own;
        return origin.equals("http://" + request.getServerName() + (other == 80 ? "" : ":" + other));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        // SockJS sends them with every request.
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (HttpMethod.OPTIONS.matches(request.getMethod())
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ACCEPTED);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_HOLDS);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            chain.doFilter(new WithoutOrigin(request), response);
        }
    }

    /** A request as the page's own origin would have made it. */
    private static final class WithoutOrigin extends HttpServletRequestWrapper {

        WithoutOrigin(HttpServletRequest request) {
            super(request);
        }

        private static boolean isHidden(String name) {
            return HttpHeaders.ORIGIN.equalsIgnoreCase(name);
        }

        @Override
        public String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isHidden(name))
                    .toList());
        }
    }
}
