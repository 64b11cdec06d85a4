package dev.pushlab.strategy.webhook.receiver;

/**
 * What one delivery brought.
 *
 * @param id the {@code webhook-id}, {@code null} if it had none
 * @param type the event's type, {@code null} for a gap and for what can't be read
 * @param control {@code gap} for a gap, {@code null} for an event
 * @param verified whether its signature is right
 * @param duplicate whether it was received before
 * @param latencyMicros from the event's due time to its arrival here, in microseconds; {@code null} where there is no due
 *     time
 */
record ReceivedEvent(String id, String type, String control, boolean verified, boolean duplicate, Long latencyMicros) {}
