package dev.pushlab.strategy;

import dev.pushlab.log.Batch;
import dev.pushlab.log.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Messages on their way to any number of sinks, encoded once a wire form. */
public final class Delivery {

    /** Stands for the form that whole batches have. */
    private static final Encoding<?> BATCH = messages -> null;

    private final Batch batch;
    private final List<Message> messages;
    private final Map<Encoding<?>, Object> encoded = new ConcurrentHashMap<>(4);

    private Delivery(Batch batch, List<Message> messages) {
        this.batch = batch;
        this.messages = messages;
    }

    static Delivery of(Batch batch) {
        var messages = new ArrayList<Message>(batch.events().size() + 1);
        if (batch.gap() != null) {
            messages.add(Message.gap(batch.gap()));
        }
        batch.events().forEach(event -> messages.add(Message.event(event)));
        return new Delivery(batch, messages);
    }

    public static Delivery of(Message message) {
        return new Delivery(null, List.of(message));
    }

    /** The messages in a wire form; the result is shared and must not be changed. */
    @SuppressWarnings("unchecked")
    public <T> T as(Encoding<T> encoding) {
        Object known = encoded.get(encoding);
        return (T) (known != null ? known : encoded.computeIfAbsent(encoding, e -> e.apply(messages)));
    }

    /** The batch that is delivered; {@code null} for a control message. */
    public Batch batch() {
        return batch;
    }

    /** The batch as JSON, encoded once; must not be changed. */
    public byte[] body() {
        return (byte[]) encoded.computeIfAbsent(BATCH, encoding -> Pull.body(batch));
    }

    int events() {
        return batch == null ? 0 : batch.events().size();
    }

    Position next() {
        return batch.next();
    }
}
