package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines come out whole, however the bytes come in. */
class LineSplitterTests {

    @Test
    void aStreamCutAtAnyByteGivesTheSameLines() {
        String stream = "one\n\ntwo\r\n\r\nthree\rfour\r\r{\"ö\":\"€\"}\nrest";
        var whole = Bytes.cutAt(0, stream, LineSplitterTests::splitter);
        assertThat(whole).containsExactly("one", "", "two", "", "three", "four", "", "{\"ö\":\"€\"}");
        for (int cut = 1; cut < Bytes.length(stream); cut++) {
            assertThat(Bytes.cutAt(cut, stream, LineSplitterTests::splitter))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
        assertThat(Bytes.byteByByte(stream, LineSplitterTests::splitter)).isEqualTo(whole);
    }

    private static ByteRange splitter(List<String> seen) {
        return new LineSplitter((bytes, from, end) -> seen.add(Bytes.text(bytes, from, end)))::feed;
    }
}
