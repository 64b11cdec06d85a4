package dev.pushlab.strategy;

import dev.pushlab.bench.client.Listener;
import dev.pushlab.log.Gap;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a client is told. */
public final class Recorder implements Listener {

    public final List<String> ids = new CopyOnWriteArrayList<>();
    public final List<String> events = new CopyOnWriteArrayList<>();
    public final List<Gap> gaps = new CopyOnWriteArrayList<>();
    public final List<String> controls = new CopyOnWriteArrayList<>();

    /** What was told, in order: opened, event, gap, or a control message's name. */
    public final List<String> story = new CopyOnWriteArrayList<>();

    public volatile String openedAt;
    public volatile long heartbeatMs;
    public volatile int refusedStatus;
    public volatile String problem;
    public volatile boolean closed;
    public volatile String closeReason;

    @Override
    public void opened(String next, long itsHeartbeatMs) {
        heartbeatMs = itsHeartbeatMs;
        openedAt = next;
        story.add("opened");
    }

    @Override
    public void event(String epoch, long offset, long dueAt, ByteBuf json) {
        story.add("event");
        events.add(json.toString(StandardCharsets.UTF_8));
        ids.add(epoch + ":" + offset);
    }

    @Override
    public void gap(Gap gap) {
        story.add("gap");
        gaps.add(gap);
    }

    @Override
    public void control(String name, String json) {
        if (!name.equals("retry")) { // a field of SSE's, no message
            story.add(name);
            controls.add(json);
        }
    }

    @Override
    public void refused(int status, String itsProblem, Duration retryAfter) {
        problem = itsProblem;
        refusedStatus = status;
    }

    @Override
    public void closed(int code, String reason, Throwable cause) {
        closeReason = reason;
        closed = true;
    }

    public boolean hasControl(String name) {
        return story.contains(name);
    }
}
