package dev.pushlab.publisher;

import dev.pushlab.log.Publication;
import dev.pushlab.log.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recorded events in the order in which they happened, one JSON object a line:
 * {@code {"at":<milliseconds since the first>,"type":"…","data":…}}.
 */
record Trace(List<Line> lines) {

    /** An event, {@code at} milliseconds after the first. */
    record Line(long at, String type, String data) {}

    /**
     * Reads a trace.
     *
     * @throws InvalidTraceException if it cannot be read, naming the line at fault
     */
    static Trace read(Resource resource) {
        var lines = new ArrayList<Line>();
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            String text;
            for (int number = 1; (text = reader.readLine()) != null; number++) {
                if (!text.isBlank()) {
                    lines.add(line(resource, number, text, lines.isEmpty() ? 0 : last(lines).at));
                }
            }
        } catch (IOException e) {
            throw new InvalidTraceException(resource.getDescription() + " cannot be read: " + e.getMessage());
        }
        if (lines.isEmpty()) {
            throw new InvalidTraceException(resource.getDescription() + " holds no event");
        }
        return new Trace(List.copyOf(lines));
    }

    /** How long one lap of a looping replay takes: the last event is followed by a pause of average length. */
    long lapMs() {
        long span = last(lines).at;
        return span + Math.max(1, span / Math.max(1, lines.size() - 1));
    }

    private static Line last(List<Line> lines) {
        return lines.get(lines.size() - 1);
    }

    private static Line line(Resource resource, int number, String text, long notBefore) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (!(json instanceof ObjectNode object) || !json.path("at").isIntegralNumber()) {
                throw new InvalidTraceException(resource, number, "it is no JSON object with an integer 'at'");
            }
            long at = object.remove("at").asLong();
            if (at < notBefore) {
                throw new InvalidTraceException(resource, number, "'at' is " + at + ", before " + notBefore);
            }
            var publication = Publication.parse(object.toString());
            return new Line(at, publication.type(), publication.data());
        } catch (JacksonException e) {
            throw new InvalidTraceException(resource, number, e.getOriginalMessage());
        } catch (RefusedException e) {
            throw new InvalidTraceException(resource, number, e.getMessage());
        }
    }
}
