package dev.pushlab.strategy.longpolling;

import dev.pushlab.log.Position;
import dev.pushlab.strategy.Pull;
import dev.pushlab.strategy.Strategy;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answers to one request; each leads on to the next request. */
record Answers(Strategy strategy, Pull pull, String contextPath) {

    ResponseEntity<byte[]> batch(Position next, byte[] body) {
        return head(HttpStatus.OK, next).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    ResponseEntity<byte[]> nothing(Position start) {
        return head(HttpStatus.NO_CONTENT, start).build();
    }

    private ResponseEntity.BodyBuilder head(HttpStatus status, Position next) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LINK, pull.link(strategy, contextPath, next));
    }
}
