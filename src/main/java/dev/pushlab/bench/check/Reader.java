package dev.pushlab.bench.check;

import dev.pushlab.bench.client.Subscription;

/** One subscription and what it has been told; leaves as rudely as a lost client if nobody said good-bye. */
record Reader(Subscription subscription, Transcript heard) implements AutoCloseable {

    @Override
    public void close() {
        subscription.abort();
    }
}
