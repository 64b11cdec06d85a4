package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A batch is told in the order in which things happened. */
class BatchReaderTests {

    private final Recorder recorder = new Recorder();
    private final Inbox inbox = new Inbox(recorder, "latest");
    private final BatchReader reader = new BatchReader(inbox);

    @Test
    void theFirstBatchOpensBeforeItsFirstEvent() {
        assertThat(read(batch("a1:9", null, 7, 9))).isEqualTo(3);
        assertThat(recorder.seen()).containsExactly("opened a1:6", "event a1:7", "event a1:8", "event a1:9");
        assertThat(inbox.position()).isEqualTo("a1:9");
    }

    @Test
    void anEmptyBatchOpensAtNext() {
        assertThat(read(batch("a1:9", null, 1, 0))).isZero();
        assertThat(recorder.seen()).containsExactly("opened a1:9");
    }

    @Test
    void theGapComesBeforeTheEvents() {
        read(batch("a1:2", null, 2, 2));
        read(batch(
                "a1:7", "{\"requested\":\"a1:2\",\"resumesAt\":\"a1:6\",\"missed\":3,\"reason\":\"expired\"}", 6, 7));
        assertThat(recorder.seen())
                .containsExactly("opened a1:1", "event a1:2", "gap a1:2 a1:6 3 expired", "event a1:6", "event a1:7");
    }

    @Test
    void aGapInTheFirstBatchOpensAtWhatWasRequested() {
        read(batch(
                "b2:0",
                "{\"requested\":\"a1:2\",\"resumesAt\":\"b2:1\",\"missed\":null,\"reason\":\"restarted\"}",
                1,
                0));
        assertThat(recorder.seen()).containsExactly("opened a1:2", "gap a1:2 b2:1 null restarted");
        assertThat(inbox.position()).isEqualTo("b2:0");
    }

    @Test
    void aLargeBatchIsReadWhole() {
        assertThat(read(batch("a1:1000", null, 1, 1000))).isEqualTo(1000);
        assertThat(recorder.seen()).hasSize(1001).endsWith("event a1:1000");
    }

    @Test
    void aNextThatIsNotTheLastEventIsAViolation() {
        assertThatThrownBy(() -> read(batch("a1:10", null, 7, 9))).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> read("{\"events\":[]}")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(ContractViolation.class);
    }

    private int read(String json) {
        return reader.read(Bytes.of(json));
    }

    private static String batch(String next, String gap, long first, long last) {
        String events = LongStream.rangeClosed(first, last)
                .mapToObj(offset -> new Event(
                                new Position(next.substring(0, 2), offset), "x", 5, "{\"next\":[\"]\",{}],\"gap\":1}")
                        .json())
                .collect(Collectors.joining(","));
        return "{\"events\":[" + events + "],\"next\":\"" + next + "\",\"gap\":" + gap + "}";
    }
}
