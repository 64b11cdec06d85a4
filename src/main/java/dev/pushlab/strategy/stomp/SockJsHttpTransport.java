package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Encoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.sockjs.SockJsException;
import org.springframework.web.socket.sockjs.transport.session.AbstractHttpSockJsSession;

/**
 * STOMP frames over SockJS' fallbacks on plain HTTP.
 *
 * <p>They write blocking, and throw at the 101st message that no request has fetched; so another thread writes, and only
 * while a request is there.
 */
final class SockJsHttpTransport implements Transport {

    private static final Logger logger = LoggerFactory.getLogger(SockJsHttpTransport.class);

    private final AbstractHttpSockJsSession session;
    private final Executor writers;
    private final Queue<Task> tasks = new ArrayDeque<>();
    private boolean busy;
    private volatile Runnable cut = () -> {};

    /** Something to write, in its turn. */
    private interface Task {

        void run() throws IOException;
    }

    SockJsHttpTransport(AbstractHttpSockJsSession session, Executor writers) {
        this.session = session;
        this.writers = writers;
    }

    @Override
    public Encoding<byte[]> encoding(StompFrames frames) {
        return frames;
    }

    @Override
    public void send(byte[] encoded, Runnable written) {
        add(() -> {
            session.sendMessage(new TextMessage(new String(encoded, StandardCharsets.UTF_8)));
            written.run();
        });
    }

    @Override
    public void close(CloseStatus status) {
        add(() -> session.close(status));
    }

    private synchronized void add(Task task) {
        tasks.add(task);
        next();
    }

    /** A request of the client's waits for messages now. */
    synchronized void requested(Runnable cutRequest) {
        cut = cutRequest;
        next();
    }

    private synchronized void next() {
        if (!busy && !tasks.isEmpty() && session.isActive()) {
            busy = true;
            Task task = tasks.remove();
            writers.execute(() -> run(task));
        }
    }

    private void run(Task task) {
        try {
            task.run();
        } catch (IOException | SockJsException | IllegalStateException e) {
            logger.debug("A client is gone", e);
            cut();
        }
        synchronized (this) {
            busy = false;
            next();
        }
    }

    @Override
    public void sendFrames(String frames) throws IOException {
        session.sendMessage(new TextMessage(frames));
    }

    @Override
    public void cut() {
        cut.run();
    }
}
