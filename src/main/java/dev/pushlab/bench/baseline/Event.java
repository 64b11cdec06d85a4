package dev.pushlab.bench.baseline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One thing that happened, as every strategy serialises it.
 *
 * @param id its position
 * @param dueAt microseconds since the Unix epoch
 */
@JsonPropertyOrder({"id", "type", "dueAt", "data"})
record Event(String id, String type, long dueAt, Object data) {}
