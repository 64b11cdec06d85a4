package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Bytes are cut into rows that say what each is for, without one left out or made up. */
class WireScriptTests extends ScriptTests {

    /** Makes a recording of what each side said, and tells its rows. */
    private static final String DISSECT = """
            const { dissect, costs } = await import('/js/wire/dissect.js');
            const segments = [];
            const say = (direction, ...texts) => {
              let offset = 0;
              for (const text of texts) {
                text && segments.push({ direction, at: 1, offset, length: text.length, bytes: btoa(text) });
                offset += text ? text.length : 1000;
              }
            };
            const head = (...lines) => lines.join('\\r\\n') + '\\r\\n\\r\\n';
            const event = '{"id":"k3f9:1","type":"a","dueAt":1,"data":"}{\\\\"]"}';
            const frame = (text) => String.fromCharCode(0x81, text.length) + text;
            const answer = () => {
              const cut = dissect({ segments });
              const rows = (direction) => cut[direction].flatMap((run) => [...run.rows]);
              const said = (direction) => segments.filter((each) => each.direction === direction).map(({ bytes }) => atob(bytes)).join('');
              return {
                whole: ['in', 'out'].every((direction) => cut[direction].every(({ rows, segments }) =>
                    rows.map(({ text }) => text).join('').length === segments.map(({ bytes }) => atob(bytes)).join('').length)),
                out: rows('out').map(({ label }) => label),
                in: rows('in').map(({ label }) => label),
                events: rows('out').filter(({ kind }) => kind === 'event').map(({ text }) => text),
                costs: costs([cut], false),
                frames: rows('out').concat(rows('in')).filter(({ bits }) => bits).map(({ bits }) =>
                    bits.map(({ name, bits, value }) => `${name} ${bits ?? value}`).join(', ')),
                texts: rows('in').map(({ text }) => text),
                event,
              };
            };
            """;

    @Test
    void anAnswerToAPollIsAHeadAndABatch() {
        var cut = run(DISSECT + """
                say('in', head('GET /api/polling?page=*** HTTP/1.1', 'Host: localhost', 'If-None-Match: "k3f9:0"'));
                say('out', head('HTTP/1.1 200 OK', 'Content-Type: application/json', 'Content-Length: 99')
                    + '{"events":[' + event + ',' + event + '],"next":"k3f9:2","gap":null}');
                return answer();""");
        assertThat(cut)
                .containsEntry("whole", true)
                .containsEntry("in", List.of("request", "header.host", "header.if-none-match", "head-end"))
                .containsEntry(
                        "out",
                        List.of(
                                "status",
                                "header.content-type",
                                "header.content-length",
                                "head-end",
                                "batch",
                                "event",
                                "comma",
                                "event",
                                "batch-end"))
                .containsEntry("events", List.of(cut.get("event"), cut.get("event")));
    }

    @Test
    void aStreamOfServerSentEventsIsChunksAndFields() {
        var cut = run(DISSECT + """
                const message = 'id:k3f9:1\\ndata:' + event + '\\n\\n';
                const chunk = (text) => text.length.toString(16) + '\\r\\n' + text + '\\r\\n';
                say('in', head('GET /api/sse?page=*** HTTP/1.1'));
                say('out', head('HTTP/1.1 200 OK', 'Content-Type: text/event-stream', 'Transfer-Encoding: chunked'),
                    chunk('retry:100\\nevent:ready\\nid:k3f9:0\\ndata:{"next":"k3f9:0"}\\n\\n'), undefined, chunk(message + message),
                    chunk(':\\n\\n'), '0\\r\\n\\r\\n');
                return answer();""");
        assertThat(cut).containsEntry("whole", true);
        assertThat(labels(cut).subList(4, labels(cut).size()))
                .containsExactly(("chunk sse.retry sse.event sse.id sse.data control line-end sse.end chunk-end"
                                + " chunk sse.id sse.data event line-end sse.end sse.id sse.data event line-end"
                                + " sse.end chunk-end chunk sse.comment sse.end chunk-end last-chunk chunk-end")
                        .split(" "));
        assertThat(cut.get("events")).isEqualTo(List.of(cut.get("event"), cut.get("event")));
    }

    @Test
    void linesOfJsonAreEventsAndControlMessages() {
        var cut = run(DISSECT + """
                say('in', head('GET /api/ndjson HTTP/1.1'));
                say('out', head('HTTP/1.1 200 OK', 'Content-Type: application/x-ndjson') + '{"control":"ready"}\\n' + event + '\\n');
                return answer();""");
        assertThat(cut).containsEntry("whole", true).containsEntry("events", List.of(cut.get("event")));
        assertThat(labels(cut)).endsWith("control", "line-end", "event", "line-end");
    }

    @Test
    void theBitsOfAWebSocketFramesHeaderAreShown() {
        var cut = run(DISSECT + """
                const masked = (text) => String.fromCharCode(0x81, 0x80 | text.length, 1, 2, 3, 4)
                    + [...text].map((c, i) => String.fromCharCode(c.charCodeAt(0) ^ [1, 2, 3, 4][i % 4])).join('');
                say('in', head('GET /api/websocket HTTP/1.1', 'Upgrade: websocket'), masked('{"type":"a"}'));
                say('out', head('HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket'), frame(event),
                    String.fromCharCode(0x81, 126, 1, 0) + 'x'.repeat(256), String.fromCharCode(0x88, 2, 3, 232),
                    String.fromCharCode(0x89, 0), String.fromCharCode(0x81));
                return answer();""");
        assertThat(cut).containsEntry("whole", true).containsEntry("events", List.of(cut.get("event")));
        assertThat(labels(cut)).endsWith("frame", "event", "frame", "control", "frame", "frame.close", "frame", "cut");
        assertThat(cut.get("frames"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(
                        "FIN 1, RSV 000, opcode 0001, MASK 0, length 1111110, extended 256",
                        "FIN 1, RSV 000, opcode 1000, MASK 0, length 0000010",
                        "FIN 1, RSV 000, opcode 0001, MASK 1, length 0001100, key 01 02 03 04");
        assertThat((List<?>) cut.get("texts")).last().isEqualTo("{\"type\":\"a\"}");
    }

    @Test
    void stompIsACommandHeadersAndABody() {
        var cut = run(DISSECT + """
                say('in', head('GET /api/stomp/websocket HTTP/1.1', 'Upgrade: websocket'));
                say('out', head('HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket'),
                    frame('CONNECTED\\nversion:1.1\\n\\n\\0'), frame('\\n'),
                    frame('MESSAGE\\nsubscription:sub-0\\nmessage-id:1\\n\\n' + event + '\\0'));
                return answer();""");
        assertThat(cut).containsEntry("whole", true).containsEntry("events", List.of(cut.get("event")));
        assertThat(labels(cut).subList(3, labels(cut).size()))
                .containsExactly(("frame stomp.command stomp.version head-end stomp.nul frame stomp.heartbeat"
                                + " frame stomp.command stomp.subscription stomp.message-id head-end event stomp.nul")
                        .split(" "));
    }

    @Test
    void sockJsWrapsStompOnceMore() {
        var cut = run(DISSECT + """
                const message = JSON.stringify('MESSAGE\\nsubscription:sub-0\\n\\n' + event + '\\0');
                say('in', head('POST /api/stomp/123/abc/xhr_streaming HTTP/1.1'));
                say('out', head('HTTP/1.1 200 OK', 'Content-Type: application/javascript;charset=UTF-8'),
                    'h'.repeat(2048) + '\\n', 'o\\n', 'h\\n', 'a[' + message + ',' + message + ']\\n', 'c[3000,"Go away!"]\\n');
                return answer();""");
        assertThat(cut).containsEntry("whole", true);
        assertThat(labels(cut).subList(3, labels(cut).size()))
                .containsExactly(("sockjs.padding sockjs.open sockjs.heartbeat"
                                + " sockjs.array stomp.command stomp.subscription head-end event stomp.nul sockjs.comma"
                                + " stomp.command stomp.subscription head-end event stomp.nul sockjs.array-end"
                                + " sockjs.close")
                        .split(" "));
        assertThat((List<?>) cut.get("events")).hasSize(2);
    }

    @Test
    void whatAnEventCostsIsTheSumOfItsParts() {
        var cut = run(DISSECT + """
                say('in', head('GET /api/ndjson HTTP/1.1'));
                say('out', head('HTTP/1.1 200 OK', 'Content-Type: application/x-ndjson') + event + '\\n' + event + '\\n{"control":"heartbeat"}\\n');
                return answer();""");
        double head = "GET /api/ndjson HTTP/1.1\r\n\r\n".length()
                + "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n".length();
        var costs = (Map<?, ?>) cut.get("costs");
        assertThat(((Number) costs.get("event")).doubleValue())
                .isEqualTo(cut.get("event").toString().length());
        assertThat(((Number) costs.get("head")).doubleValue()).isEqualTo(head / 2);
        assertThat(((Number) costs.get("framing")).doubleValue()).isEqualTo(1.5);
        assertThat(((Number) costs.get("control")).doubleValue())
                .isEqualTo("{\"control\":\"heartbeat\"}".length() / 2.);
    }

    @Test
    void theProofOfAnUpgradeIsRecomputed() {
        var verified = run("""
                const { verifyAccept } = await import('/js/wire/accept.js');
                const runs = (name, value) => [{ rows: [{ name, value }] }];
                const verify = async (accept) => {
                  // The example of RFC 6455, section 1.3.
                  const out = runs('Sec-WebSocket-Accept', accept);
                  await verifyAccept({ in: runs('Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='), out });
                  return out[0].rows[0].verified;
                };
                return { right: await verify('s3pPLMBiTxaQ9kYGzzhZRbK+xOo='), wrong: await verify('s3pPLMBiTxaQ9kYGzzhZRbK+xOO=') };""");
        assertThat(verified).isEqualTo(Map.of("right", true, "wrong", false));
    }

    @SuppressWarnings("unchecked")
    private static List<String> labels(Map<String, Object> cut) {
        return (List<String>) cut.get("out");
    }
}
