package dev.pushlab.bench.check;

import dev.pushlab.bench.client.Listener;
import dev.pushlab.log.Gap;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writes down what a subscription is told, and lets somebody wait for it. */
final class Transcript implements Listener {

    private static final int ABNORMAL = 1006;

    private final long begun = System.nanoTime();
    private final List<Published> events = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private String openedAt;
    private long heartbeatMs;
    private Gap gap;
    private int refusedStatus;
    private String problem = "";
    private String end;
    private boolean orderly;
    private long openedNanos = begun;
    private long lastHeard = begun;
    private long longestSilence;

    /** Waits until something holds, the subscription has ended or time is up; whether it holds. */
    synchronized boolean await(Duration longest, BooleanSupplier met) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (!met.getAsBoolean() && end == null && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return met.getAsBoolean();
    }

    boolean awaitEvent(Duration longest, String id) throws InterruptedException {
        return await(longest, () -> holds(id));
    }

    boolean awaitEvents(Duration longest, int count) throws InterruptedException {
        return await(longest, () -> events.size() >= count);
    }

    @Override
    public synchronized void opened(String next, long everyMs) {
        openedAt = next;
        heartbeatMs = everyMs;
        openedNanos = System.nanoTime();
        lastHeard = openedNanos;
        notifyAll();
    }

    @Override
    public synchronized void event(String epoch, long offset, long dueAt, ByteBuf json) {
        events.add(new Published(epoch + ":" + offset, json.toString(StandardCharsets.UTF_8)));
        heard();
    }

    @Override
    public synchronized void gap(Gap told) {
        gap = told;
        heard();
    }

    @Override
    public synchronized void control(String name, String json) {
        controls.add(new Control(name, json));
        heard();
    }

    @Override
    public synchronized void refused(int status, String body, Duration retryAfter) {
        refusedStatus = status;
        problem = body;
        heard();
    }

    @Override
    public synchronized void closed(int code, String reason, Throwable cause) {
        heard();
        orderly = cause == null && code != ABNORMAL;
        String more =
                cause == null || reason.equals(cause.getMessage()) ? "" : ": " + Words.shortened(cause.toString());
        end = refusedStatus > 0
                ? "refused with " + refusedStatus + Words.problem(problem)
                : "ended after " + Words.time(sinceBegin()) + ": " + Words.shortened(reason) + more;
    }

    private void heard() {
        longestSilence = Math.max(longestSilence, silence());
        lastHeard = System.nanoTime();
        notifyAll();
    }

    private long silence() {
        return openedAt == null || end != null ? 0 : System.nanoTime() - lastHeard;
    }

    long sinceBegin() {
        return System.nanoTime() - begun;
    }

    synchronized long sinceOpened() {
        return System.nanoTime() - openedNanos;
    }

    synchronized boolean holds(String id) {
        return events.stream().anyMatch(event -> event.id().equals(id));
    }

    synchronized List<Published> events() {
        return List.copyOf(events);
    }

    /** Control messages of one name, in full. */
    synchronized List<String> controls(String name) {
        return controls.stream()
                .filter(control -> control.name.equals(name))
                .map(Control::json)
                .toList();
    }

    synchronized String openedAt() {
        return openedAt;
    }

    synchronized boolean isOpened() {
        return openedAt != null;
    }

    /** How often a sign of life is promised; 0 where it isn't. */
    synchronized long heartbeatMs() {
        return heartbeatMs;
    }

    synchronized Optional<Gap> gap() {
        return Optional.ofNullable(gap);
    }

    synchronized int refusedStatus() {
        return refusedStatus;
    }

    synchronized String problem() {
        return problem;
    }

    synchronized boolean hasEnded() {
        return end != null;
    }

    synchronized boolean hasEndedOrderly() {
        return end != null && orderly;
    }

    /** In nanoseconds, the one that still lasts included. */
    synchronized long longestSilence() {
        return Math.max(longestSilence, silence());
    }

    /** Why nothing more comes: how it ended, or that time is up. */
    synchronized String endOr(String otherwise) {
        return end == null ? otherwise : end;
    }

    private record Control(String name, String json) {}
}
