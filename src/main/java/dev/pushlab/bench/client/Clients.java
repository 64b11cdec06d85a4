package dev.pushlab.bench.client;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** The registry: every strategy's client, and the floor's. */
public final class Clients {

    private static final List<Client> ALL = List.of(
            new PollingClient(),
            new LongPollingClient(),
            new SseClient(),
            new NdjsonClient(),
            new WebSocketClient(),
            new StompClient(),
            new SockJsClient("websocket", SockJsWebSocket::new),
            new SockJsClient("xhr-streaming", SockJsHttp::xhrStreaming),
            new SockJsClient("eventsource", SockJsHttp::eventSource),
            new SockJsClient("xhr-polling", SockJsHttp::xhrPolling),
            new WebhookClient());

    private static final Client BARE = new BareClient();

    private Clients() {}

    public static List<Client> all() {
        return ALL;
    }

    /** The client of the floor, which is no strategy and therefore none of {@link #all()}. */
    public static Client bare() {
        return BARE;
    }

    /**
     * Finds a client by its id.
     *
     * @throws NoSuchElementException with the ids that there are
     */
    public static Client named(String id) {
        return ALL.stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("'" + id + "' is no client. There are: "
                        + ALL.stream().map(Client::id).collect(Collectors.joining(", "))));
    }
}
