package dev.pushlab.strategy;

import java.util.List;
import java.util.function.Function;

/** Turns messages into what a strategy puts on the wire; equal encodings share their result. */
@FunctionalInterface
public interface Encoding<T> extends Function<List<Message>, T> {}
