package dev.pushlab.meter.tap;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A client that knows every byte it sent and received, because it handled each of them. */
final class RawClient implements Closeable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

    /** A stream's heartbeats never end. */
    private static final int LONGEST = 4_096;

    private final Socket socket;
    private long sent;
    private long received;

    /** What went over the socket since it was last asked. */
    record Count(long sent, long received) {

        Count plus(Count other) {
            return new Count(sent + other.sent, received + other.received);
        }
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    static RawClient to(int port) throws IOException {
        return new RawClient(new Socket("127.0.0.1", port));
    }

    RawClient send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.getOutputStream().write(bytes);
        sent += bytes.length;
        return this;
    }

    RawClient get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** Reads to the end of a head. */
    String head() throws IOException {
        return until("\r\n\r\n");
    }

    /** Reads a whole answer that says how long it is, or has no body. */
    String answer() throws IOException {
        String head = head();
        var length = LENGTH.matcher(head);
        var body = new StringBuilder();
        if (length.find()) {
            for (int rest = Integer.parseInt(length.group(1)); rest > 0; rest--) {
                body.append(next());
            }
        }
        return head + body;
    }

    String until(String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            if (text.length() > LONGEST) {
                throw new IOException("no " + end + " in " + text);
            }
            text.append(next());
        }
        return text.toString();
    }

    private char next() throws IOException {
        int next = socket.getInputStream().read();
        if (next < 0) {
            throw new EOFException();
        }
        received++;
        return (char) next;
    }

    Count count() {
        var count = new Count(sent, received);
        sent = 0;
        received = 0;
        return count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
