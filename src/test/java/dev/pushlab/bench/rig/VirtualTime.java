package dev.pushlab.bench.rig;

import java.util.PriorityQueue;

/** A clock that only goes on when somebody sleeps; what was planned for the time in between happens then. */
public final class VirtualTime implements Time {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now = System.nanoTime();
    private long planned;

    private record Task(long at, long number, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    @Override
    public long nanos() {
        return now;
    }

    public void after(long nanos, Runnable work) {
        tasks.add(new Task(now + nanos, planned++, work));
    }

    /** Time that passes without anybody having asked for it. */
    public void pass(long nanos) {
        sleepUntil(now + nanos);
    }

    @Override
    public void sleepUntil(long nanos) {
        while (!tasks.isEmpty() && tasks.peek().at() <= nanos) {
            var task = tasks.remove();
            now = Math.max(now, task.at());
            task.work().run();
        }
        now = Math.max(now, nanos);
    }
}
