package dev.pushlab.meter.tap;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between clients and the server, passes everything on and writes it down. */
final class RecordingRelay implements Closeable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final int port;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    /** Every connection, in the order of their beginning. */
    final List<Conversation> conversations = new CopyOnWriteArrayList<>();

    /** What went over one connection. */
    record Conversation(ByteArrayOutputStream in, ByteArrayOutputStream out) {}

    /** @param port the server's */
    RecordingRelay(int port) throws IOException {
        this.port = port;
        start(() -> {
            while (true) {
                relay(listening.accept());
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    private void relay(Socket client) throws IOException {
        clients.add(client);
        var server = new Socket("127.0.0.1", port);
        var conversation = new Conversation(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        conversations.add(conversation);
        start(() -> pass(client, server, conversation.in));
        start(() -> pass(server, client, conversation.out));
    }

    private static void pass(Socket from, Socket to, ByteArrayOutputStream record) throws IOException {
        from.setTcpNoDelay(true);
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] block = new byte[1 << 14];
            for (int size = in.read(block); size >= 0; size = in.read(block)) {
                record.write(block, 0, size);
                out.write(block, 0, size);
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // One of both is gone: the conversation is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
