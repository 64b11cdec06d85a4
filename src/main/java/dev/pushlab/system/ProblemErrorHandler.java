package dev.pushlab.system;

import dev.pushlab.strategy.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty itself refuses, such as a head that is no HTTP, with a problem instead of a page. */
final class ProblemErrorHandler extends ErrorHandler {

    @Override
    protected boolean generateAcceptableResponse(
            Request request,
            Response response,
            Callback callback,
            String contentType,
            List<Charset> charsets,
            int code,
            String message,
            Throwable cause) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(body(code, message)), callback);
        return true;
    }

    private static byte[] body(int code, String message) {
        String title = HttpStatus.getMessage(code);
        String type = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = message == null || message.equals(title) ? title + "." : title + ": " + message + ".";
        return Problem.of(type, code, detail).json().getBytes(StandardCharsets.UTF_8);
    }
}
