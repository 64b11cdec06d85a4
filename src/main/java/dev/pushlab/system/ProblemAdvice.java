package dev.pushlab.system;

import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Problem;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what went wrong with a problem (RFC 9457) that says what to do. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> handle(RefusedException refusal) {
        log.debug("Refused: {}", refusal.getMessage());
        var headers = new HttpHeaders();
        if (refusal.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
        return answer(Problem.of(refusal), headers);
    }

    /** The client is gone: there is nobody to answer. */
    @ExceptionHandler
    void handle(IOException gone) {
        log.debug("A client is gone", gone);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Exception unexpected) {
        log.error("A request failed", unexpected);
        return answer(
                Problem.of("internal-error", 500, "The server failed; its log says why. Try again later."),
                new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refusal) {
                return handle(refusal);
            }
        }
        String reason =
                e.getMostSpecificCause().getMessage().lines().findFirst().orElse("");
        return answer(Problem.of("invalid-body", 400, "The body is not understood: " + reason), headers);
    }

    /** What Spring has to say, with a type of ours. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        log.debug("Refused: {}", e.getMessage());
        HttpStatus known = HttpStatus.resolve(status.value());
        String type = known == null
                ? "error"
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = body instanceof ProblemDetail spring && spring.getDetail() != null
                ? spring.getDetail()
                : e.getMessage();
        return answer(Problem.of(type, status.value(), detail), headers);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        var body = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), problem.detail());
        body.setType(URI.create(problem.type()));
        body.setTitle(problem.title());
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
