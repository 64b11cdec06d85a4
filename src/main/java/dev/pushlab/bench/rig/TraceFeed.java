package dev.pushlab.bench.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Recorded events at their recorded distances, faster or slower, over and over. */
public final class TraceFeed implements Feed {

    private static final String EARTHQUAKES = "/traces/earthquakes.ndjson";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS = 1e9;
    /** Of {@code [<16 digits>,]}. */
    private static final int AROUND = 19;

    private final long[] due;
    private final String[] data;
    private final long length;

    /**
     * @param file a {@code {"at":<milliseconds>,"data":…}} a line, in the order of time
     * @param speed how much faster than recorded
     * @throws IllegalArgumentException if there is no such trace or it is none
     */
    public static TraceFeed read(Path file, double speed) {
        try (var lines = Files.newBufferedReader(file)) {
            return new TraceFeed(file.toString(), lines, speed);
        } catch (IOException e) {
            throw new IllegalArgumentException("the trace " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** A week of real earthquakes. */
    public static TraceFeed earthquakes(double speed) {
        try (InputStream bytes = TraceFeed.class.getResourceAsStream(EARTHQUAKES);
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return new TraceFeed("earthquakes", lines, speed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private TraceFeed(String name, BufferedReader lines, double speed) throws IOException {
        var at = new ArrayList<Long>();
        var texts = new ArrayList<String>();
        String line;
        for (int number = 1; (line = lines.readLine()) != null; number++) {
            if (!line.isBlank()) {
                add(name + ", line " + number, line, at, texts);
            }
        }
        if (at.isEmpty()) {
            throw new IllegalArgumentException("the trace " + name + " has no events");
        }
        double scale = NANOS_PER_MILLI / speed;
        long first = at.get(0);
        due = at.stream()
                .mapToLong(millis -> Math.round((millis - first) * scale))
                .toArray();
        data = texts.toArray(String[]::new);
        // The last event is followed by the first at the mean distance.
        long span = due[due.length - 1];
        length = Math.max(1, due.length > 1 ? span + span / (due.length - 1) : Math.round(NANOS));
    }

    private static void add(String where, String line, List<Long> at, List<String> texts) {
        try {
            var event = JsonMapper.shared().readTree(line);
            var millis = event.path("at");
            if (!millis.isIntegralNumber() || event.path("data").isMissingNode()) {
                throw new IllegalArgumentException(where + ": not of the form {\"at\":<milliseconds>,\"data\":…}");
            }
            if (!at.isEmpty() && millis.asLong() < at.get(at.size() - 1)) {
                throw new IllegalArgumentException(where + ": earlier than the line before");
            }
            at.add(millis.asLong());
            texts.add(event.path("data").toString());
        } catch (JacksonException e) {
            throw new IllegalArgumentException(where + ": no JSON", e);
        }
    }

    @Override
    public long dueAfter(long event) {
        return event / due.length * length + due[(int) (event % due.length)];
    }

    @Override
    public String data(long event, long stamp) {
        return "[" + stamp + "," + data[(int) (event % data.length)] + "]";
    }

    @Override
    public double rate() {
        return due.length * NANOS / length;
    }

    @Override
    public int size() {
        long sum = 0;
        for (String text : data) {
            sum += text.getBytes(StandardCharsets.UTF_8).length;
        }
        return (int) (sum / data.length) + AROUND;
    }
}
