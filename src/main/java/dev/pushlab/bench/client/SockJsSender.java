package dev.pushlab.bench.client;

import java.io.EOFException;

/** Sends messages of a SockJS session that has no way back of its own: by POST, in order, on a second connection. */
final class SockJsSender {

    private final ClientSubscription owner;
    private final String path;
    private final HttpConnection connection;

    SockJsSender(ClientSubscription owner, String session) {
        this.owner = owner;
        path = session + "/xhr_send";
        connection = new HttpConnection(owner);
    }

    void send(String message) {
        String body = "[" + JsonStrings.quote(message) + "]";
        connection.send(
                Requests.post(owner.target, path, "text/plain;charset=UTF-8", body), new AnswerCollector(this::sent));
    }

    private void sent(Answer answer) {
        if (answer.status() == 404) {
            owner.end(SockJsClient.LOST, "the server doesn't know the session", new EOFException("xhr_send: 404"));
        } else if (answer.status() != 204) {
            owner.refuse(answer);
        }
    }
}
