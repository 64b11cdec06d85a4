package dev.pushlab.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A proxy that passes bytes on, but for what a test wants spoilt. */
class Relay implements Closeable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final int port;

    /** @param port the server's */
    Relay(int port) throws IOException {
        this.port = port;
        Talk.start(() -> {
            while (true) {
                var client = listening.accept();
                Talk.start(() -> relay(client));
            }
        });
    }

    String url() {
        return "http://localhost:" + listening.getLocalPort();
    }

    /** What becomes of a connection's first request, line and headers. */
    String request(String head) {
        return head;
    }

    /** Passes the answers on. */
    void answers(String head, InputStream from, OutputStream to) throws IOException {
        from.transferTo(to);
    }

    /** Passes them on in blocks as they come, each changed. */
    static void each(InputStream from, OutputStream to, UnaryOperator<String> change) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int size = from.read(block); size >= 0; size = from.read(block)) {
            String text = change.apply(new String(block, 0, size, StandardCharsets.ISO_8859_1));
            to.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void relay(Socket client) throws IOException {
        try (client;
                var server = new Socket("127.0.0.1", port)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            String head = head(client.getInputStream());
            server.getOutputStream().write(request(head).getBytes(StandardCharsets.ISO_8859_1));
            Talk.start(() -> {
                try (server) {
                    client.getInputStream().transferTo(server.getOutputStream());
                }
            });
            answers(head, server.getInputStream(), client.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
