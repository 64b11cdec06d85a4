package dev.pushlab.bench.client;

/** One of the ways in which SockJS gets frames from the server and messages to it. */
interface SockJsTransport {

    void open();

    void send(String message);

    /** Ends the SockJS session as a client of this transport would, then the subscription. */
    void close();

    /** Makes a transport for one session. */
    interface Factory {

        /**
         * @param session the path of the session, {@code /api/stomp/<server>/<session>}
         * @param frames takes SockJS frames
         */
        SockJsTransport create(ClientSubscription owner, String session, ByteRange frames);
    }
}
