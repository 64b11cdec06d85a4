package dev.pushlab.bench.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The floor under every strategy's cost: writes the same bytes to as many sockets, with one thread and nothing between
 * it and the sockets.
 *
 * <p>All it speaks are lines that end in LF. Who says {@code subscribe} gets {@code ready} and from then on every
 * event. Who says {@code publish} sends events as {@code {"type":"bench","data":…}} and gets the id of each back.
 * Anything else, or a line of more than 128 KiB, closes the connection.
 */
public final class BareServer implements Runnable {

    private static final int BACKLOG = 4_096;
    private static final ByteBuffer SUBSCRIBE = ascii("subscribe");
    private static final ByteBuffer PUBLISH = ascii("publish");

    private final Selector selector = Selector.open();
    private final ServerSocketChannel acceptor = ServerSocketChannel.open();
    private final LineReader lines = new LineReader();
    private final EventEncoder events = new EventEncoder();
    private final Outgoing ready = new Outgoing(128);
    private final Set<Connection> subscribers = new LinkedHashSet<>();
    private volatile boolean stopped;

    /** Listens on a free port of the loopback address; nobody is answered before {@link #run()}. */
    public BareServer() throws IOException {
        acceptor.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
        acceptor.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    }

    public static void main(String[] args) throws IOException {
        var server = new BareServer();
        System.out.println("Bare server started on port " + server.port());
        server.run();
    }

    public int port() {
        return acceptor.socket().getLocalPort();
    }

    /**
     * Serves on this thread until {@link #stop()}, then closes every connection.
     *
     * @throws UncheckedIOException if nobody can connect any more, such as for want of open files
     */
    @Override
    public void run() {
        try (selector;
                acceptor) {
            while (!stopped) {
                selector.select(this::serve);
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends {@link #run()} soon; callable from any thread. */
    public void stop() {
        stopped = true;
        selector.wakeup();
    }

    private void serve(SelectionKey key) {
        if (key.channel() == acceptor) {
            accept();
        } else if (key.isValid()) {
            serve(key, (Connection) key.attachment());
        }
    }

    private void serve(SelectionKey key, Connection connection) {
        try {
            if (key.isWritable()) {
                connection.sendWaiting();
            }
            if (key.isReadable()) {
                read(connection);
            }
        } catch (IOException e) {
            subscribers.remove(connection);
            connection.close();
        }
    }

    private void accept() {
        try {
            for (var socket = acceptor.accept(); socket != null; socket = acceptor.accept()) {
                register(socket);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(SocketChannel socket) throws IOException {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        var key = socket.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(socket, key));
    }

    private void read(Connection connection) throws IOException {
        try {
            lines.read(connection, line -> take(line, connection));
        } finally {
            flush(connection);
        }
    }

    private void take(ByteBuffer line, Connection from) throws IOException {
        if (from.publishes()) {
            if (!events.hasRoom(line)) {
                flush(from);
            }
            events.add(line);
        } else if (line.equals(PUBLISH)) {
            from.publish();
        } else if (line.equals(SUBSCRIBE) && subscribers.add(from)) {
            ready.clear();
            ready.put(ascii("{\"control\":\"ready\",\"next\":\"" + events.head() + "\",\"heartbeatMs\":0}\n"));
            from.send(ready);
        } else {
            throw new IOException("neither subscribe nor publish");
        }
    }

    /** Sends what one read has brought in one write a socket; the publisher comes first, it waits for no reader. */
    private void flush(Connection publisher) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        try {
            publisher.send(events.ids());
        } finally {
            subscribers.removeIf(subscriber -> !sent(subscriber));
            events.clear();
        }
    }

    private boolean sent(Connection subscriber) {
        try {
            subscriber.send(events.lines());
            return true;
        } catch (IOException e) {
            subscriber.close();
            return false;
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
