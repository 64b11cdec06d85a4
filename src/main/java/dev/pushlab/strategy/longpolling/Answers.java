package dev.pushlab.strategy.longpolling;

import dev.pushlab.log.Position;
import dev.pushlab.strategy.Pull;
import dev.pushlab.strategy.Strategy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The answers to one request; each leads on to the next request.
 *
 * <p>Written without a blocking call: a body waits in the response's buffer, whatever its length, for the container to
 * send it. A length isn't set, since with it the last byte would be flushed by the writer; the container adds it.
 */
record Answers(Strategy strategy, Pull pull, String contextPath) {

    /** What the container gathers before it sends by itself. */
    private static final int GATHERED = 8_192;

    void batch(HttpServletResponse response, Position next, byte[] body) throws IOException {
        head(response, HttpStatus.OK, next);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (body.length > GATHERED) {
            response.setBufferSize(body.length);
        }
        response.getOutputStream().write(body);
    }

    void nothing(HttpServletResponse response, Position start) {
        head(response, HttpStatus.NO_CONTENT, start);
    }

    private void head(HttpServletResponse response, HttpStatus status, Position next) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LINK, pull.link(strategy, contextPath, next));
    }
}
