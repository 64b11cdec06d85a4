package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Event streams are read as WHATWG HTML, section 9.2.6, asks for. */
class SseParserTests {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyLineEndWillDo(String lineEnd) {
        assertThat(parse("id: a1:7\ndata: {\"x\":1}\n\ndata:two\n\n".replace("\n", lineEnd)))
                .containsExactly("message|a1:7|{\"x\":1}", "message|a1:7|two");
    }

    @Test
    void aByteOrderMarkIsSkippedAtTheStartOnly() {
        assertThat(parse("\uFEFFdata: one\n\n\uFEFFdata: two\n\ndata: three\n\n"))
                .containsExactly("message||one", "message||three");
    }

    @Test
    void commentsAndUnknownFieldsAreIgnored() {
        assertThat(parse(": comment\n:\ndatum: x\nDATA: x\n data: x\ndata: y\nfoo\n\n"))
                .containsExactly("message||y");
    }

    @Test
    void linesOfDataAreJoined() {
        assertThat(parse("data: one\ndata: two\ndata:\ndata\ndata: three\n\n"))
                .containsExactly("message||one\ntwo\n\n\nthree");
    }

    @Test
    void onlyOneSpaceAfterTheColonIsDropped() {
        assertThat(parse("data:none\n\ndata: one\n\ndata:  two\n\ndata: a:b: c\n\n"))
                .containsExactly("message||none", "message||one", "message|| two", "message||a:b: c");
    }

    @Test
    void anEmptyDataFieldIsAMessageAndNoDataIsNone() {
        assertThat(parse("data\n\nevent: x\n\ndata: y\n\n\n\n")).containsExactly("message||", "message||y");
    }

    @Test
    void theNameLastsForOneMessageAndTheIdUntilItIsSetAgain() {
        assertThat(parse("event: ready\nid: a1:0\ndata: r\n\ndata: s\n\nid\ndata: t\n\nevent:\ndata: u\n\n"))
                .containsExactly("ready|a1:0|r", "message|a1:0|s", "message||t", "message||u");
    }

    @Test
    void anIdWithNulIsIgnored() {
        assertThat(parse("id: a1:1\ndata: x\n\nid: a1\0:2\ndata: y\n\n"))
                .containsExactly("message|a1:1|x", "message|a1:1|y");
    }

    @Test
    void anIdCountsWithoutData() {
        assertThat(parse("id: a1:1\n\ndata: y\n\n")).containsExactly("message|a1:1|y");
    }

    @Test
    void onlyDigitsMakeARetry() {
        assertThat(parse("retry: 3000\nretry: 3s\nretry: -1\nretry:\nretry\nretry: 12.5\nretry:0\n\n"))
                .containsExactly("retry 3000", "retry 0");
    }

    @Test
    void anUnfinishedMessageIsNotTold() {
        assertThat(parse("data: one\n\ndata: two\n")).containsExactly("message||one");
    }

    @Test
    void aStreamCutAtAnyByteReadsTheSame() {
        String stream = "\uFEFFretry: 2000\r\nevent: ready\r\nid: a1:0\r\ndata: {\"control\":\"ready\"}\r\n\r\n"
                + ": ping\n\nid: a1:1\ndata: {\"ü\":\"€😀\"}\n\nid:a1:2\rdata:x\rdata: y\r\r"
                + "data: alone\n\nevent: closing\ndata: bye\n\n";
        var whole = parse(stream);
        assertThat(whole)
                .containsExactly(
                        "retry 2000",
                        "ready|a1:0|{\"control\":\"ready\"}",
                        "message|a1:1|{\"ü\":\"€😀\"}",
                        "message|a1:2|x\ny",
                        "message|a1:2|alone",
                        "closing|a1:2|bye");
        for (int cut = 1; cut < Bytes.length(stream); cut++) {
            assertThat(Bytes.cutAt(cut, stream, SseParserTests::parser))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
        assertThat(Bytes.byteByByte(stream, SseParserTests::parser)).isEqualTo(whole);
    }

    private static List<String> parse(String stream) {
        return Bytes.cutAt(0, stream, SseParserTests::parser);
    }

    private static ByteRange parser(List<String> seen) {
        return new SseParser(new SseParser.Handler() {
            @Override
            public void message(String name, ByteBuf lastEventId, ByteBuf data, int from, int end) {
                seen.add(name + "|" + lastEventId.toString(StandardCharsets.UTF_8) + "|" + Bytes.text(data, from, end));
            }

            @Override
            public void retry(long milliseconds) {
                seen.add("retry " + milliseconds);
            }
        })::feed;
    }
}
