package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.meter.tap.Segment.Direction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrackTests {

    private static final String TOKEN = "0123456789abcdefghijkl";

    private final Track track = new Track(Direction.out, TOKEN);
    private long now;
    private long offset;

    private void add(String text, boolean watched) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int half = bytes.length / 2;
        track.add(
                new Chunk(
                        now++,
                        offset,
                        bytes.length,
                        ByteBuffer.wrap(bytes, 0, half),
                        ByteBuffer.wrap(bytes, half, bytes.length - half)),
                watched);
        offset += bytes.length;
    }

    private String kept() {
        return track.segments().stream()
                .map(segment -> new String(segment.bytes(), StandardCharsets.US_ASCII))
                .collect(Collectors.joining());
    }

    @Test
    void keepsTheBeginningUnwatched() {
        add("HTTP/1.1 200 OK\r\n\r\n", false);
        add("x".repeat(5_000), false);
        add("lost", false);
        assertThat(track.segments()).extracting(Segment::offset).containsExactly(0L, 19L);
        assertThat(track.segments()).extracting(Segment::length).containsExactly(19L, 5_000L);
        assertThat(kept())
                .hasSize(Track.HEAD_BYTES)
                .startsWith("HTTP/1.1 200 OK")
                .doesNotContain("lost");
    }

    @Test
    void keepsTheNewestWhileWatched() {
        add("x".repeat(Track.HEAD_BYTES), false);
        for (int i = 0; i < 100; i++) {
            add(i + "y".repeat(2_000), true);
        }
        var segments = track.segments();
        assertThat(segments).hasSize(1 + Track.SEGMENTS);
        assertThat(segments.get(1).at()).isEqualTo(100 - Track.SEGMENTS + 1);
        assertThat(segments.get(1).bytes()).hasSize(Track.SEGMENT_BYTES).startsWith('6', '8');
        assertThat(segments.get(1).length()).isEqualTo(2_002);
        assertThat(segments.get(1).offset()).isEqualTo(Track.HEAD_BYTES + 10 * 2_001 + 58 * 2_002);
    }

    @Test
    void aHeadOfCrumbsIsBoundedToo() {
        for (int i = 0; i < 1_000; i++) {
            add("z", false);
        }
        assertThat(track.segments()).hasSize(Track.SEGMENTS);
    }

    @Test
    void hidesATokenThatLiesAcrossWhatIsKept() {
        for (int before = 0; before <= TOKEN.length(); before++) {
            var other = new Track(Direction.in, TOKEN);
            String text = "x".repeat(Track.HEAD_BYTES - before) + TOKEN + "y".repeat(3_000);
            other.add(new Chunk(0, 0, text.length(), ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))), false);
            String kept = new String(other.segments().get(0).bytes(), StandardCharsets.US_ASCII);
            assertThat(kept).isEqualTo("x".repeat(Track.HEAD_BYTES - before) + "*".repeat(before));
        }
    }

    @Test
    void hidesACookieThatBeginsBeyondWhatIsKept() {
        add("GET / HTTP/1.1\r\nX: " + "x".repeat(5_000) + "\r\nCookie: sec", true);
        add("ret\r\nY: y\r\n\r\n", true);
        assertThat(kept()).endsWith("x***\r\nY: y\r\n\r\n");
    }

    @Test
    void hidesATokenThatBeganUnwatched() {
        add("x".repeat(Track.HEAD_BYTES), false);
        add("unwatched 0123456789", false);
        add("abcdefghijkl watched", true);
        assertThat(kept()).endsWith("x************ watched");
    }
}
