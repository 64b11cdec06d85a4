package dev.pushlab.bench.baseline;

import java.util.List;

/**
 * What polling and long polling answer.
 *
 * @param gap always {@code null}: nothing is ever forgotten here
 */
record Batch(List<Event> events, String next, Object gap) {}
