package dev.pushlab.bench.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** The other side of a connection to the bare server, by plain blocking sockets. */
final class Peer implements AutoCloseable {

    private static final int TIMEOUT_MS = 10_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;

    /** @param receiveBuffer bytes, 0 for the system's choice */
    Peer(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next line; {@code null} at the end of the stream. */
    String hear() throws IOException {
        return in.readLine();
    }

    /** Whether the server has closed the connection, in whatever way; skips what it has said before. */
    boolean isClosed() throws IOException {
        try {
            while (hear() != null) {
                // said before
            }
            return true;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Goes away by a reset, as if the machine had died. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
