package dev.pushlab.strategy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.WebUtils;

/** A response whose body is a {@link NonBlockingOutput}. */
public final class NonBlockingResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private NonBlockingOutput output;
    private PrintWriter writer;

    NonBlockingResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    /**
     * The body of a response that went through {@link NonBlockingFilter}.
     *
     * @throws IllegalStateException if it did not
     */
    public static NonBlockingOutput output(HttpServletResponse response) throws IOException {
        var wrapper = WebUtils.getNativeResponse(response, NonBlockingResponse.class);
        if (wrapper == null) {
            throw new IllegalStateException("The response did not go through NonBlockingFilter");
        }
        return wrapper.getOutputStream();
    }

    @Override
    public NonBlockingOutput getOutputStream() throws IOException {
        if (output == null) {
            output = new NonBlockingOutput(request, super.getOutputStream());
        }
        return output;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(getOutputStream(), false, StandardCharsets.UTF_8);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        getOutputStream().flush();
    }
}
