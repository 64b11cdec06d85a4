package dev.pushlab.strategy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A response's body that never makes its writer wait: what the socket does not take stays here until it does (Servlet 6.1,
 * section 5.7). Before the request is asynchronous it is an ordinary blocking stream.
 *
 * <p>Arrays are not copied: they must not be changed after they were written.
 */
public final class NonBlockingOutput extends ServletOutputStream implements WriteListener {

    private final HttpServletRequest request;
    private final ServletOutputStream out;
    private final Queue<ByteBuffer> pending = new ArrayDeque<>(2);
    private boolean listening;
    private boolean opened;
    private IOException failure;
    private Runnable written;
    private Runnable failed;

    NonBlockingOutput(HttpServletRequest request, ServletOutputStream out) {
        this.request = request;
        this.out = out;
    }

    /** Runs the task once the socket has taken everything; a failure is told to {@link #onFailure} instead. */
    public void whenWritten(Runnable task) {
        synchronized (this) {
            if (failure == null && !canTakeMore()) {
                written = task;
                return;
            }
        }
        task.run();
    }

    /** Runs the task when the container says that the client is gone. */
    public synchronized void onFailure(Runnable task) {
        failed = task;
    }

    private boolean canTakeMore() {
        return opened && pending.isEmpty() && out.isReady();
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!listening && !request.isAsyncStarted()) {
            out.write(bytes, from, length);
        } else if (canTakeMore()) {
            out.write(ByteBuffer.wrap(bytes, from, length));
        } else {
            pending.add(ByteBuffer.wrap(bytes, from, length));
            listen();
        }
    }

    private void listen() {
        if (!listening) {
            listening = true;
            out.setWriteListener(this);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Nothing to do once asynchronous: every write is on its way to the socket already. */
    @Override
    public synchronized void flush() throws IOException {
        if (!listening && !request.isAsyncStarted()) {
            out.flush();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        Runnable task;
        synchronized (this) {
            opened = true;
            while (!pending.isEmpty() && out.isReady()) {
                out.write(pending.remove());
            }
            if (!canTakeMore()) {
                return;
            }
            task = written;
            written = null;
        }
        if (task != null) {
            task.run();
        }
    }

    @Override
    public void onError(Throwable cause) {
        Runnable task;
        synchronized (this) {
            failure = cause instanceof IOException e ? e : new IOException(cause);
            pending.clear();
            written = null;
            task = failed;
        }
        if (task != null) {
            task.run();
        }
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("This stream listens by itself");
    }
}
