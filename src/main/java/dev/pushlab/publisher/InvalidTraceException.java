package dev.pushlab.publisher;

import org.springframework.core.io.Resource;

/** Says what is wrong with a trace, and in which line. */
class InvalidTraceException extends RuntimeException {

    InvalidTraceException(String message) {
        super(message);
    }

    InvalidTraceException(Resource resource, int line, String message) {
        super(resource.getDescription() + ", line " + line + ": " + message);
    }
}
