package dev.pushlab.bench.client;

import io.netty.handler.codec.http.FullHttpRequest;

/** Asks for a batch, follows the link to the next one, and so on, over one keep-alive connection. */
abstract class RequestingSubscription extends ClientSubscription {

    private final HttpConnection connection = new HttpConnection(this);
    private final BatchReader batches = new BatchReader(inbox);
    private String path;

    RequestingSubscription(Target target, String strategy, String after, Listener listener) {
        super(target, after, listener);
        path = Paths.start(target, strategy, after);
    }

    /** Finishes a request before it is sent. */
    abstract FullHttpRequest request(String path);

    /**
     * Plans the next request.
     *
     * @param events how many the answer brought
     */
    abstract void answered(Answer answer, int events);

    final void ask() {
        if (!ended()) {
            connection.send(request(path), new AnswerCollector(this::take));
        }
    }

    private void take(Answer answer) {
        int events = 0;
        switch (answer.status()) {
            case 200 -> {
                events = batches.read(answer.body());
                path = Paths.next(path, answer.header("Link"));
            }
            case 204, 304 -> {
                path = Paths.next(path, answer.header("Link"));
                nothingNew(Paths.parameter(path, "after"));
            }
            default -> {
                refuse(answer);
                return;
            }
        }
        answered(answer, events);
    }

    private void nothingNew(String next) {
        if (next == null) {
            throw new ContractViolation("the link to what comes next has no position: " + path);
        }
        if (!inbox.opened()) {
            inbox.open(next, 0);
        }
        inbox.moveTo(next);
    }
}
