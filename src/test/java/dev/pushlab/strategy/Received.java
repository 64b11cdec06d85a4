package dev.pushlab.strategy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Writes down what arrives on a WebSocket that the JDK's client has opened. */
public final class Received implements WebSocket.Listener {

    public final List<String> texts = new CopyOnWriteArrayList<>();
    public final List<String> binaries = new CopyOnWriteArrayList<>();
    public final List<String> pongs = new CopyOnWriteArrayList<>();

    /** Code and reason of the server's close frame; {@code null} while there was none. */
    public volatile String closed;

    /** Opens {@code ws://127.0.0.1:port/path}. */
    public WebSocket open(int port, String path, String... subprotocols) throws Exception {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0]);
        }
        return builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
                .get(10, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        texts.add(data.toString());
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        binaries.add(StandardCharsets.UTF_8.decode(data).toString());
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
        pongs.add(StandardCharsets.UTF_8.decode(data).toString());
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed = code + " " + reason;
        return null;
    }
}
