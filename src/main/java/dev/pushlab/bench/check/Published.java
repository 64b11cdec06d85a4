package dev.pushlab.bench.check;

/**
 * An event, as the answer to its publishing or as a reader got it.
 *
 * @param json the whole event; {@code null} where only the position is known
 */
record Published(String id, String json) {}
