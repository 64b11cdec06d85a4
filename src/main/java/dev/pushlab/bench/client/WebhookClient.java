package dev.pushlab.bench.client;

/** Reads by being called: registers a webhook whose receiver is in this process. */
final class WebhookClient implements Client {

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public boolean callsBack() {
        return true;
    }

    @Override
    public Subscription subscribe(Target target, String after, Listener listener) {
        return new WebhookSubscription(target, after, listener).begin();
    }
}
