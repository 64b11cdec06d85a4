package dev.pushlab.bench.client;

import dev.pushlab.bench.Talk;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A server that sends exactly the bytes that a test tells it to. */
final class FakeServer implements Closeable {

    private final ServerSocket listening;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    final AtomicLong bytesIn = new AtomicLong();
    final AtomicLong bytesOut = new AtomicLong();

    /** Request lines and headers, in order of arrival. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** What came with them, empty for those that had no body. */
    final List<String> bodies = new CopyOnWriteArrayList<>();

    /** @param script talks on each connection, in a thread of its own; the connection closes when it returns */
    FakeServer(Script script) {
        this.script = script;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Talk.start(this::accept);
    }

    Target target() {
        return Target.of("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() throws IOException {
        while (true) {
            var socket = listening.accept();
            int number = connections.incrementAndGet();
            Talk.start(() -> {
                try (var conversation = new Conversation(socket, number)) {
                    script.talk(conversation);
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** What the server does on a connection. */
    interface Script {
        void talk(Conversation conversation) throws IOException;
    }

    /** One connection. */
    final class Conversation implements Closeable {

        /** 1 for the first connection to this server. */
        final int number;

        final Socket socket;
        private final DataInputStream in;

        Conversation(Socket socket, int number) throws IOException {
            this.socket = socket;
            this.number = number;
            in = new DataInputStream(socket.getInputStream());
        }

        int read() throws IOException {
            int value = in.readUnsignedByte();
            bytesIn.incrementAndGet();
            return value;
        }

        /** The next request's head. */
        String request() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) read());
            }
            var length = Pattern.compile("content-length: (\\d+)")
                    .matcher(head.toString().toLowerCase(Locale.ROOT));
            var body = new byte[length.find() ? Integer.parseInt(length.group(1)) : 0];
            for (int i = 0; i < body.length; i++) {
                body[i] = (byte) read();
            }
            bodies.add(new String(body, StandardCharsets.UTF_8));
            requests.add(head.toString());
            return head.toString();
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            bytesOut.addAndGet(bytes.length);
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void answer(String status, String headers, String body) throws IOException {
            send("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        }

        void chunkedHead(String contentType) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void chunk(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            send(Integer.toHexString(bytes.length) + "\r\n");
            send(bytes);
            send("\r\n");
        }

        void lastChunk() throws IOException {
            send("0\r\n\r\n");
        }

        /** Waits for the client to go. */
        void untilClosed() throws IOException {
            while (in.read() >= 0) {
                bytesIn.incrementAndGet();
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
