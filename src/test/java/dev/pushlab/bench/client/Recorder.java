package dev.pushlab.bench.client;

import dev.pushlab.log.Gap;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that writes down, in words, what it is told; not SSE's {@code retry}, which others don't have. */
final class Recorder implements Listener {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    volatile String lastJson;
    volatile Throwable cause;

    List<String> seen() {
        return seen;
    }

    @Override
    public void opened(String next, long heartbeatMs) {
        seen.add("opened " + next);
    }

    @Override
    public void event(String epoch, long offset, long dueAt, ByteBuf json) {
        lastJson = json.toString(StandardCharsets.UTF_8);
        seen.add("event " + epoch + ":" + offset);
    }

    @Override
    public void gap(Gap gap) {
        seen.add("gap " + gap.requested() + " " + gap.resumesAt() + " " + gap.missed() + " "
                + gap.reason().id());
    }

    @Override
    public void control(String name, String json) {
        if (!"retry".equals(name)) {
            seen.add(name + " " + json);
        }
    }

    @Override
    public void refused(int status, String problem, Duration retryAfter) {
        seen.add("refused " + status + " " + problem + " " + retryAfter);
    }

    @Override
    public void closed(int code, String reason, Throwable why) {
        cause = why;
        seen.add("closed " + code + " " + reason);
    }
}
