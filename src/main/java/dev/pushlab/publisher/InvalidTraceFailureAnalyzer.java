package dev.pushlab.publisher;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the application with a bad trace what to correct, without a stack trace. */
class InvalidTraceFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTraceException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidTraceException cause) {
        return new FailureAnalysis(
                "The trace is refused: " + cause.getMessage(),
                "Correct the file that pushlab.workload.trace names: one JSON object a line, "
                        + "{\"at\":<milliseconds since the first event>,\"type\":\"…\",\"data\":…}, in order of 'at'.",
                cause);
    }
}
