package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SockJS frames and the JSON strings in them. */
class SockJsFramesTests {

    private final List<String> seen = new ArrayList<>();
    private final SockJsFrames frames = new SockJsFrames(new SockJsFrames.Handler() {
        @Override
        public void opened() {
            seen.add("open");
        }

        @Override
        public void message(ByteBuf bytes, int from, int end) {
            seen.add(Bytes.text(bytes, from, end));
        }

        @Override
        public void closed(int code, String reason) {
            seen.add("closed " + code + " " + reason);
        }
    });

    @Test
    void everyKindIsKnown() {
        read("o");
        read("h");
        read("hhhhhhhh");
        read("");
        read("a[]");
        read("a[\"one\",\"\"]");
        read("m\"alone\"");
        read("c[3000,\"Go away!\"]");
        assertThat(seen).containsExactly("open", "one", "", "alone", "closed 3000 Go away!");
    }

    @Test
    void stringsAreUnescaped() {
        read("a[\"MESSAGE\\nid:1\\n\\n{\\\"a\\\":\\\"\\\\u00fc\\\"}\\u0000\", \"\\ud83d\\ude00 ü\"]");
        assertThat(seen).containsExactly("MESSAGE\nid:1\n\n{\"a\":\"\\u00fc\"}\0", "😀 ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a", "a[\"x\"", "a[1]", "c[]", "c[3000]"})
    void anythingElseIsAViolation(String frame) {
        assertThatThrownBy(() -> read(frame)).isInstanceOf(ContractViolation.class);
    }

    private void read(String frame) {
        var bytes = Bytes.of(frame);
        frames.frame(bytes, 0, bytes.writerIndex());
    }
}
