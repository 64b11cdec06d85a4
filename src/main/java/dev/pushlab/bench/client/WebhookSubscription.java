package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.EOFException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One webhook: learns where to start, registers, takes what is delivered, and deletes the webhook in the end, after a
 * rude one too, since the server would keep it.
 *
 * <p>The connection that it was registered over stays open: when that ends, the server may have been restarted and have
 * forgotten the webhook, so it is asked.
 */
final class WebhookSubscription extends ClientSubscription {

    private static final String PATH = "/api/webhooks";
    private static final String JSON = "application/json";
    private static final int LEAVING_TIMEOUT_SECONDS = 5;

    private final WebhookReceiver receiver;
    private final HttpConnection connection = new HttpConnection(this, this::watch);

    /** Deliveries that wait for reading to go on. */
    private final Queue<WebhookDelivery> held = new ArrayDeque<>();

    private final String path = "/" + UUID.randomUUID();
    private String start;
    private boolean registering;
    private String id;
    private boolean leaving;
    private boolean cut;

    WebhookSubscription(Target target, String after, Listener listener) {
        super(target, after, listener);
        start = after;
        receiver = WebhookReceiver.at(target.rtt());
    }

    @Override
    void start() {
        if (!receiver.canBeCalledFrom(target.base().getHost())) {
            throw new IllegalStateException("a server elsewhere can't call the receiver, which is on 127.0.0.1");
        }
        if ("latest".equals(start) || "earliest".equals(start)) {
            String asked = Paths.with(Paths.start(target, "polling", start), "limit", "1");
            send(Requests.get(target, asked, JSON), this::learn);
        } else {
            register();
        }
    }

    /** The answer to a registration doesn't say where the deliveries begin. */
    private void learn(Answer batch) {
        start = new BatchReader(inbox).start(batch.body());
        register();
    }

    private void register() {
        registering = true;
        receiver.enrol(path, this);
        String wish =
                "{\"url\":" + JsonStrings.quote(receiver.url(path)) + ",\"after\":" + JsonStrings.quote(start) + "}";
        send(Requests.post(target, Paths.topic(target, PATH), JSON, wish), this::registered);
    }

    private void registered(Answer answer) {
        var json = answer.body();
        id = Json.unquote(
                Json.fields(json, json.readerIndex(), json.writerIndex()).getOrDefault("id", ""));
        if (leaving) {
            delete();
        } else {
            open();
        }
    }

    /** Deliveries may be faster than the answer to the registration. */
    private void open() {
        if (!inbox.opened()) {
            inbox.open(start, 0);
        }
    }

    private void send(FullHttpRequest request, Consumer<Answer> next) {
        connection.send(request, new AnswerCollector(answer -> {
            if (answer.status() / 100 == 2) {
                next.accept(answer);
            } else {
                refuse(answer);
            }
        }));
    }

    /** The connection has ended between two requests. */
    private void watch() {
        if (!ended() && !leaving && id != null) {
            connection.send(Requests.get(target, own(), JSON), new AnswerCollector(answer -> {
                if (answer.status() != HttpResponseStatus.OK.code()) {
                    String why = "the server has forgotten the webhook";
                    end(0, why, new EOFException(why));
                }
            }));
        }
    }

    @Override
    void leave() {
        if (leaving) {
            return;
        }
        leaving = true;
        if (id != null) {
            delete();
        } else if (!registering) {
            end(0, "closed by the client", null);
        }
        loop.schedule(
                () -> end(0, "the server didn't answer the good-bye", null), LEAVING_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void delete() {
        connection.send(
                Requests.delete(target, own()), new AnswerCollector(answer -> end(0, "closed by the client", null)));
    }

    private String own() {
        return target.path(PATH + "/" + id);
    }

    /** Deliveries meet a reset; the rest is told to have ended, and is tidied up behind the scenes. */
    @Override
    void cut() {
        cut = true;
        receiver.dismiss(path);
        held.forEach(WebhookDelivery::reset);
        held.clear();
        inbox.seal(0, "aborted by the client", null);
        leave();
    }

    @Override
    void left() {
        receiver.dismiss(path);
        held.forEach(delivery -> delivery.answer(HttpResponseStatus.GONE));
        held.clear();
    }

    @Override
    void resumed() {
        for (int i = held.size(); i > 0; i--) {
            take(held.remove());
        }
    }

    /** Hands over a delivery, on any thread. */
    void deliver(WebhookDelivery delivery) {
        loop.execute(() -> take(delivery));
    }

    private void take(WebhookDelivery delivery) {
        if (cut || !delivery.isAwaited()) {
            delivery.reset();
        } else if (ended()) {
            delivery.answer(HttpResponseStatus.GONE);
        } else if (paused()) {
            held.add(delivery);
        } else {
            guarded(() -> read(delivery.body()));
            delivery.answer(ended() ? HttpResponseStatus.GONE : HttpResponseStatus.NO_CONTENT);
        }
    }

    private void read(ByteBuf json) {
        open();
        inbox.message(json, json.readerIndex(), json.writerIndex());
    }

    /** Takes its share of what a connection to the receiver has carried, on any thread. */
    void charge(Counters share) {
        loop.execute(() -> meter.add(share));
    }
}
