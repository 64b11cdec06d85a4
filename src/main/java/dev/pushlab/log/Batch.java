package dev.pushlab.log;

import java.util.List;

/**
 * Events after a position.
 *
 * @param events in order, without holes
 * @param next the position to go on from
 * @param gap what is missing before the first event, {@code null} if nothing is
 */
public record Batch(List<Event> events, Position next, Gap gap) {

    /** Whether there is nothing to tell: no event and no gap. */
    public boolean isEmpty() {
        return events.isEmpty() && gap == null;
    }

    /** The batch as JSON. */
    public String json() {
        var json = new StringBuilder(64 + 256 * events.size()).append("{\"events\":[");
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            json.append(events.get(i).json());
        }
        return json.append("],\"next\":\"")
                .append(next)
                .append("\",\"gap\":")
                .append(gap == null ? "null" : gap.json())
                .append('}')
                .toString();
    }
}
