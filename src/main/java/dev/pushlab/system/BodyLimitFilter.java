package dev.pushlab.system;

import dev.pushlab.log.Publication;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over 64 KiB, by what they announce and by what they turn out to be. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimitFilter extends OncePerRequestFilter {

    /** Bytes of a refused body that are read all the same. */
    private static final long HEARD_OUT = 1 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > Publication.MAX_BYTES) {
            refuse(request, response);
            return;
        }
        if (request.getContentLengthLong() >= 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
            return;
        }
        var limited = new LimitedRequest(request, Publication.MAX_BYTES);
        try {
            chain.doFilter(limited, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!limited.isExceeded() || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
        }
        if (limited.isExceeded() && !response.isCommitted()) {
            refuse(request, response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Closed while it still sends, a client might never see the answer.
        request.getInputStream().skip(HEARD_OUT);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ProblemWriter.write(response, Problem.of(RefusedException.tooLarge(Publication.MAX_BYTES)));
    }
}
