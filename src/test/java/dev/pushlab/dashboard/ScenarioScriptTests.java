package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The modules of settings, workloads, round trips and exports. */
class ScenarioScriptTests extends ScriptTests {

    /** Texts are handed over by a document, and here there is none. */
    private static final String SETTINGS = """
            const texts = Object.assign(document.createElement('script'), { id: 'texts', type: 'application/json', textContent: '{}' });
            document.getElementById('texts') ?? document.documentElement.append(texts);
            document.documentElement.lang = 'en';
            let written;
            const { Settings } = await import('/js/settings.js');
            """;

    @Test
    void anExportedTextStaysInItsPlace() {
        var files = run("""
                        const { FORMATS } = await import('/js/formats.js');
                        const comparison = {
                          context: { url: 'http://x/?a=1,2', doubts: ['one', 'a "second"'] },
                          strategies: [{ strategy: 'a|b', state: 'li\\nne', received: 1234567, p50: null }, { strategy: 'c', state: '', received: 0.5, p50: 2 }],
                        };
                        return Object.fromEntries(Object.entries(FORMATS).map(([name, { write }]) => [name, write(comparison)]));""");
        assertThat(files)
                .containsEntry(
                        "csv",
                        String.join(
                                "\r\n",
                                "strategy,state,received,p50,url,doubts",
                                "a|b,\"li\nne\",1234567,,\"http://x/?a=1,2\",\"one; a \"\"second\"\"\"",
                                "c,,0.5,2,\"http://x/?a=1,2\",\"one; a \"\"second\"\"\"",
                                ""));
        assertThat(files).containsEntry("markdown", """
                | strategy | state | received | p50 |
                | --- | --- | ---: | ---: |
                | a\\|b | li ne | 1234567 |  |
                | c |  | 0.5 | 2 |

                - url: http://x/?a=1,2
                - doubts: one; a "second"
                """);
        assertThat(files.get("json").toString()).contains("\"p50\": null").contains("\"received\": 1234567");
    }

    @Test
    void settingsAreReadFromTheAddressAndWrittenIntoIt() {
        assertThat(run(SETTINGS + """
                        const settings = new Settings('?on=sse,telepathy&interval=abc&x=1', (query) => (written = query));
                        const read = {
                          on: settings.list('on', ['sse', 'polling']),
                          interval: settings.number('interval', { min: 50, max: 100, fallback: 70 }),
                          absent: settings.list('absent', [], 'fallback'),
                          complaints: settings.complaints.length,
                        };
                        settings.setAll({ on: [], interval: undefined, y: 'a b' });
                        settings.tell(() => ({ x: '2', z: '3' }));
                        return { ...read, written, query: settings.query({ lang: 'ko' }), link: settings.link().replace(/.*\\?/, '') };"""))
                .containsEntry("on", List.of("sse"))
                .containsEntry("interval", 70L)
                .containsEntry("absent", "fallback")
                .containsEntry("complaints", 2L)
                .containsEntry("written", "?on=none&x=1&y=a+b")
                .containsEntry("query", "?on=none&x=1&y=a+b&lang=ko")
                .containsEntry("link", "on=none&x=2&y=a+b&z=3");
    }

    @Test
    void aWorkloadIsAskedForByNameOrByItsFigures() {
        assertThat(run(SETTINGS + """
                        const { askedFor, asSettings } = await import('/js/workload-settings.js');
                        const chat = { kind: 'generator', rate: 20, size: 120, burst: 1 };
                        const scenarios = [{ id: 'chat', workload: chat }];
                        const ranges = { rate: { min: 1, max: 9, fallback: 2 }, size: { min: 1, max: 9, fallback: 3 }, burst: { min: 1, max: 9, fallback: 1 }, speed: { min: 1, max: 9, fallback: 4 } };
                        const ask = (search) => askedFor(new Settings(search), scenarios, ranges) ?? null;
                        return {
                          none: ask('?on=sse'),
                          chat: ask('?scenario=chat&rate=7').rate,
                          own: ask('?rate=7&size=2.6'),
                          clamped: ask('?burst=70').burst,
                          trace: ask('?speed=5&loop=false'),
                          unknown: ask('?scenario=lunch'),
                          asChat: Object.entries(asSettings({ ...chat, running: true }, scenarios)).filter(([, value]) => value !== undefined),
                          asTrace: Object.entries(asSettings({ kind: 'trace', speed: 5, loop: true }, scenarios)).filter(([, value]) => value !== undefined),
                        };"""))
                .containsEntry("none", null)
                .containsEntry("chat", 20L)
                .containsEntry("own", Map.of("kind", "generator", "rate", 7L, "size", 3L, "burst", 1L))
                .containsEntry("clamped", 9L)
                .containsEntry("trace", Map.of("kind", "trace", "speed", 5L, "loop", false))
                .containsEntry("unknown", null)
                .containsEntry("asChat", List.of(List.of("scenario", "chat")))
                .containsEntry("asTrace", List.of(List.of("speed", "5"), List.of("loop", "true")));
    }

    @Test
    void aRoundTripIsAnsweredRefusedOrGivenUp() {
        var trips = run("""
                const { RoundTrips } = await import('/js/roundtrips.js');
                let watcher, send;
                const subscription = { options: {}, send: (event) => send(event), watch: (given) => (watcher = given) };
                const clock = { now: () => performance.now() * 1000 };
                const trips = new RoundTrips({ subscription, from: 'me', clock, patienceMs: 30 });
                const echo = ({ type, data }, dueAt = clock.now()) => watcher.event({ type, dueAt, data });
                send = async (event) => setTimeout(() => echo(event), 5);
                await trips.send();
                const { up, down, total, accepted } = trips.median;
                send = async (event) => echo({ ...event, data: { ...event.data, from: 'somebody else' } });
                await trips.send();
                send = async () => { throw Object.assign(new Error('too large'), { status: 413 }); };
                await trips.send();
                send = async () => { throw new Error('lost'); };
                await trips.send();
                send = async () => {};
                const last = trips.send();
                watcher.state({ name: 'off' });
                await last;
                const counts = [trips.answered, trips.unanswered, trips.refused, trips.reason];
                watcher.reset();
                return { counts, whole: up + down === total, inTime: total >= 5000 && accepted < total, after: trips.median };""");
        assertThat(trips)
                .containsEntry("counts", List.of(1L, 3L, 1L, "too large"))
                .containsEntry("whole", true)
                .containsEntry("inTime", true)
                .containsEntry("after", null);
    }
}
