package dev.pushlab.bench.result;

/**
 * What a row is about.
 *
 * @param strategy the client's id: a strategy, {@code sockjs-} and a transport, or {@code bare}
 * @param rttMillis the round trip that was added in the clients
 */
public record Subject(String strategy, Implementation implementation, long rttMillis) {

    /** For people: {@code sse}, {@code sse (textbook)}, {@code bare TCP socket}, each with its round trip if any. */
    public String title() {
        String name = switch (implementation) {
            case PUSH_LAB -> strategy;
            case TEXTBOOK -> strategy + " (textbook)";
            case BARE -> "bare TCP socket";
        };
        return rttMillis == 0 ? name : name + ", rtt " + rttMillis + " ms";
    }
}
