package dev.pushlab.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a browser and the server, and can fall silent: its connections stay open but bring nothing any more. */
final class SilencingRelay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> speaking = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    SilencingRelay(int port) throws IOException {
        start(() -> {
            while (true) {
                var client = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(client);
                open.add(server);
                speaking.add(client);
                start(() -> ask(client, server), server, client);
                start(() -> answer(server, client), client, server);
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Whoever is connected now hears nothing any more; whoever comes later does. */
    void silence() {
        speaking.clear();
    }

    /** Nobody may ask again over a silent connection: it would be asked in vain, and not be what was silent before. */
    private void ask(Socket client, Socket server) throws IOException {
        var buffer = new byte[8192];
        int length;
        while ((length = client.getInputStream().read(buffer)) >= 0 && speaking.contains(client)) {
            server.getOutputStream().write(buffer, 0, length);
        }
    }

    private void answer(Socket server, Socket client) throws IOException {
        var buffer = new byte[8192];
        int length;
        while ((length = server.getInputStream().read(buffer)) >= 0) {
            if (speaking.contains(client)) {
                client.getOutputStream().write(buffer, 0, length);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private interface Talk {
        void run() throws IOException;
    }

    private static void start(Talk talk, Socket... toClose) {
        var thread = new Thread(() -> {
            try {
                talk.run();
            } catch (IOException e) {
                // One side has gone.
            }
            for (var socket : toClose) {
                close(socket);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
