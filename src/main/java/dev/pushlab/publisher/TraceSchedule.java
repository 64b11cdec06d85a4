package dev.pushlab.publisher;

import java.util.List;

/** A recorded trace at a multiple of its real speed. */
final class TraceSchedule implements Schedule {

    private final List<Trace.Line> lines;
    private final double speed;
    private final boolean loop;
    private final long lapMs;
    private int index;
    private long lap;

    TraceSchedule(Trace trace, WorkloadSpec.Trace spec) {
        this.lines = trace.lines();
        this.speed = spec.speed();
        this.loop = spec.loop();
        this.lapMs = trace.lapMs();
    }

    @Override
    public Planned next() {
        if (index == lines.size()) {
            if (!loop) {
                return null;
            }
            index = 0;
            lap++;
        }
        Trace.Line line = lines.get(index++);
        long at = Math.round((lap * lapMs + line.at()) * 1_000 / speed);
        return new Planned(at, line.type(), line.data());
    }
}
