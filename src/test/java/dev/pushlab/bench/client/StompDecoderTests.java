package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** STOMP 1.2 frames come out whole, however they are cut or packed. */
class StompDecoderTests {

    @Test
    void framesCutAtAnyByteReadTheSame() {
        String stream = "\n\r\nCONNECTED\r\nversion:1.2\r\nheart-beat:0,0\r\n\r\n\0\n"
                + "MESSAGE\nsubscription:0\nmessage-id:1\n\n{\"ü\":\"€\"}\0"
                + "MESSAGE\ncontent-length:5\nmessage-id:2\n\na\0b\nc\0\n\n"
                + "ERROR\nmessage:no\\cway\n\n\0"
                + "MESSAGE\nsubscription:0\n\nhalf";
        var whole = Bytes.cutAt(0, stream, StompDecoderTests::decoder);
        assertThat(whole)
                .containsExactly("CONNECTED null ", "MESSAGE 1 {\"ü\":\"€\"}", "MESSAGE 2 a\0b\nc", "ERROR null ");
        for (int cut = 1; cut < Bytes.length(stream); cut++) {
            assertThat(Bytes.cutAt(cut, stream, StompDecoderTests::decoder))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
        assertThat(Bytes.byteByByte(stream, StompDecoderTests::decoder)).isEqualTo(whole);
    }

    @Test
    void headersAreUnescapedAndTheFirstOfANameCounts() {
        String stream = "ERROR\nmessage:a\\cb\\\\\\nc\\rd\nmessage:second\nem\\cpty:\n\n\0";
        var seen = Bytes.cutAt(
                0,
                stream,
                list -> new StompDecoder(frame -> {
                    list.add(frame.header("message"));
                    list.add(frame.header("em:pty"));
                })::feed);
        assertThat(seen).containsExactly("a:b\\\nc\rd", "");
    }

    @Test
    void escapingIsUndone() {
        String text = "k3f9:42\\\r\n:";
        assertThat(StompFrame.escape(text)).isEqualTo("k3f9\\c42\\\\\\r\\n\\c");
        assertThat(StompFrame.unescape(StompFrame.escape(text))).isEqualTo(text);
        assertThatThrownBy(() -> StompFrame.unescape("a\\tb")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> StompFrame.unescape("a\\")).isInstanceOf(ContractViolation.class);
    }

    @Test
    void aBodyLongerThanItsLengthIsAViolation() {
        assertThatThrownBy(() -> Bytes.cutAt(0, "MESSAGE\ncontent-length:1\n\nab\0", StompDecoderTests::decoder))
                .isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> Bytes.cutAt(0, "MESSAGE\ncontent-length:-1\n\nab\0", StompDecoderTests::decoder))
                .isInstanceOf(ContractViolation.class);
    }

    private static ByteRange decoder(List<String> seen) {
        return new StompDecoder(
                frame -> seen.add(frame.command + " " + frame.header("message-id") + " " + frame.body()))::feed;
    }
}
