package dev.pushlab.strategy;

import dev.pushlab.log.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;

/** Feeds an emitter, whose response went through {@link NonBlockingFilter}. */
public final class EmitterSink implements Sink {

    /** Large enough for the head; the body bypasses the buffer. */
    private static final int BUFFER_BYTES = 1024;

    private final ResponseBodyEmitter emitter;
    private final NonBlockingOutput output;
    private final Encoding<Set<DataWithMediaType>> encoding;
    private final Runnable cut;

    private EmitterSink(
            ResponseBodyEmitter emitter,
            NonBlockingOutput output,
            Encoding<Set<DataWithMediaType>> encoding,
            Runnable cut) {
        this.emitter = emitter;
        this.output = output;
        this.encoding = encoding;
        this.cut = cut;
    }

    /** What differs between two strategies that stream over a plain response. */
    public record Format(Strategy strategy, Encoding<Set<DataWithMediaType>> encoding) {}

    /**
     * Streams a topic into an emitter.
     *
     * <p>An event stream never dies of a refusal that may pass: it is told by {@code closing} within the stream.
     *
     * @throws RefusedException if the request can never succeed
     */
    public static void stream(
            Pumps pumps,
            Format format,
            String topic,
            String after,
            ResponseBodyEmitter emitter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setBufferSize(BUFFER_BYTES);
        var output = NonBlockingResponse.output(response);
        var sink = new EmitterSink(emitter, output, format.encoding(), Sockets.cut(request));
        try {
            Connection connection = pumps.open(format.strategy(), topic, after, sink);
            output.onFailure(() -> {
                connection.gone();
                emitter.complete();
            });
            emitter.onCompletion(connection::gone);
            connection.start();
        } catch (RefusedException refusal) {
            if (refusal.status() == HttpStatus.BAD_REQUEST.value()) {
                throw refusal;
            }
            sink.end(Delivery.of(pumps.closing(refusal)));
        }
    }

    @Override
    public void send(Delivery delivery, Runnable written) throws IOException {
        emitter.send(delivery.as(encoding));
        output.whenWritten(written);
    }

    @Override
    public void end(Delivery last) throws IOException {
        emitter.send(last.as(encoding));
        output.whenWritten(emitter::complete);
    }

    @Override
    public void abort() {
        cut.run();
        emitter.complete();
    }
}
