package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page counts and how it keeps connected. */
class DashboardScriptTests extends ScriptTests {

    private static final String METER = """
            const { Meter } = await import('/js/meter.js');
            const meter = new Meter();
            const receive = (...offsets) => offsets.forEach((n) => meter.event({ id: `k3f9:${n}`, dueAt: 1000 }, 3000));
            """;

    private static final String STREAM = """
            const { stream } = await import('/js/stream.js');
            const { Backoff } = await import('/js/backoff.js');
            const opened = [], closed = [];
            const until = async (done) => { while (!done()) await new Promise((r) => setTimeout(r, 5)); };
            const start = (open, options) => stream((position, wire) => {
              opened.push(position);
              open(wire, opened.length);
              return () => {};
            }, { url: '/api/sse', backoff: new Backoff({ baseMs: 1 }), ...options }, { onClose: (why) => closed.push(why) });
            """;

    private static final String SLOTS = """
            const { Slots } = await import('/js/slots.js');
            const name = String(Math.random());
            const start = async (wanted) => {
              let held = [];
              const slots = new Slots({ held: () => held, channel: new BroadcastChannel(name) });
              await slots.meet(wanted);
              held = slots.room(wanted) ? wanted : [];
              slots.update();
              return held;
            };
            """;

    @Test
    void aCleanLedgerHasReceivedWhatWasExpected() {
        var ledger = run(METER + "meter.begin('k3f9:41'); receive(42, 43, 44); return meter.snapshot();");
        assertThat(ledger).containsAllEntriesOf(ledger(3, 3, 0, 0, 0)).containsEntry("position", "k3f9:44");
    }

    @Test
    void whatIsPassedOverIsLostUntilItComes() {
        assertThat(run(METER + "meter.begin('k3f9:0'); receive(1, 5); return meter.snapshot();"))
                .containsAllEntriesOf(ledger(5, 2, 3, 0, 0));
        assertThat(run(METER + "meter.begin('k3f9:0'); receive(1, 5, 3, 2, 4); return meter.snapshot();"))
                .containsAllEntriesOf(ledger(5, 5, 0, 0, 3));
    }

    @Test
    void theFirstEventAfterTheStartMayBeLostToo() {
        assertThat(run(METER + "meter.begin('k3f9:10'); receive(12); return meter.snapshot();"))
                .containsAllEntriesOf(ledger(2, 1, 1, 0, 0));
    }

    @Test
    void whatComesTwiceIsDuplicated() {
        assertThat(run(METER + "meter.begin('k3f9:0'); receive(1, 2, 2, 1); return meter.snapshot();"))
                .containsAllEntriesOf(ledger(2, 2, 0, 2, 0));
    }

    @Test
    void anExpiredGapExplainsWhatIsMissing() {
        assertThat(run(METER + """
                        meter.begin('k3f9:3');
                        meter.gap({ requested: 'k3f9:3', resumesAt: 'k3f9:500', missed: 496, reason: 'expired' });
                        receive(500, 501);
                        return meter.snapshot();""")).containsAllEntriesOf(ledger(2, 2, 0, 0, 0)).containsEntry("missed", 496L);
    }

    @Test
    void aRestartBeginsTheLedgerAnew() {
        assertThat(run(METER + """
                        meter.begin('old:7');
                        meter.gap({ requested: 'old:7', resumesAt: 'k3f9:1', missed: null, reason: 'restarted' });
                        receive(1, 2);
                        return meter.snapshot();"""))
                .containsAllEntriesOf(ledger(2, 2, 0, 0, 0))
                .containsEntry("restarts", 1L)
                .containsEntry("position", "k3f9:2");
    }

    @Test
    void whatHappenedBeforeSomebodyListenedSaysNothingAboutLatency() {
        assertThat(run(METER + "meter.latencyFrom = 2000; meter.begin('k3f9:0'); receive(1); return meter.snapshot();"))
                .extracting("latency")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("count", 0L)
                .containsEntry("p99", null);
    }

    @Test
    void percentilesAreRightToThreePercent() {
        var quantiles = run("""
                const { Histogram } = await import('/js/histogram.js');
                const histogram = new Histogram();
                for (let i = 1; i <= 100000; i++) histogram.record(i * 10);
                histogram.record(1e30);
                return { p0: histogram.quantile(0), p50: histogram.quantile(0.5), p99: histogram.quantile(0.99) };""");
        assertThat(toDouble(quantiles.get("p0"))).isEqualTo(10);
        assertThat(toDouble(quantiles.get("p50"))).isBetween(485_000., 515_000.);
        assertThat(toDouble(quantiles.get("p99"))).isBetween(960_000., 1_020_000.);
    }

    @Test
    void theLastMinuteForgetsWhatTheWholeRemembers() {
        var figures = run("""
                const { Meter } = await import('/js/meter.js');
                const meter = new Meter();
                meter.begin('k3f9:0');
                const second = 1_000_000;
                for (let n = 1; n <= 120; n++) {
                  const latency = n <= 50 ? 9 * second : n * 1000;
                  meter.event({ id: `k3f9:${n}`, dueAt: n * second - latency }, n * second);
                }
                const now = meter.snapshot(120 * second);
                const later = meter.snapshot(300 * second);
                return { count: now.latency.count, max: now.latency.max, p90: now.latency.p90, last: now.latency.last,
                  everMax: now.ever.max, everP90: now.ever.p90, laterCount: later.latency.count, laterEver: later.ever.count };""");
        assertThat(figures)
                .containsEntry("max", 120_000L)
                .containsEntry("last", 120_000L)
                .containsEntry("everMax", 9_000_000L)
                .containsEntry("laterCount", 0L)
                .containsEntry("laterEver", 120L);
        assertThat(toDouble(figures.get("count"))).isBetween(60., 66.);
        assertThat(toDouble(figures.get("p90"))).isBetween(109_000., 119_000.);
        assertThat(toDouble(figures.get("everP90"))).isBetween(8_700_000., 9_000_000.);
    }

    @Test
    void aResetStartsTheLedgerAnewWhereItStands() {
        assertThat(run(METER + """
                        meter.begin('k3f9:0');
                        meter.request();
                        meter.open();
                        receive(1, 4, 4);
                        meter.reset();
                        receive(2, 5, 6, 5);
                        return { ...meter.snapshot(3000), latencies: meter.snapshot(3000).ever.count };"""))
                .as("the late 2 was owed before")
                .containsAllEntriesOf(ledger(2, 2, 0, 1, 0))
                .containsAllEntriesOf(Map.of("requests", 0L, "opened", 0L, "latencies", 2L, "position", "k3f9:6"));
    }

    @Test
    void theLongestIsExactAndSharesAddUp() {
        assertThat(run("""
                        const { Histogram } = await import('/js/histogram.js');
                        const [one, other] = [new Histogram(), new Histogram()];
                        [1000, 1000, 2000].forEach((micros) => one.record(micros));
                        other.record(123_457);
                        one.add(other);
                        one.add(new Histogram());
                        const shares = one.shares();
                        return { max: one.max, count: one.count, p99: one.quantile(0.99), steps: shares.map(([, share]) => share), last: shares.at(-1)[0] };"""))
                .isEqualTo(Map.of(
                        "max",
                        123_457L,
                        "count",
                        4L,
                        "p99",
                        123_457L,
                        "steps",
                        List.of(0.5, 0.75, 1L),
                        "last",
                        123_457L));
    }

    @Test
    void theClockBelievesTheFastestAnswer() {
        var clock = run("""
                const { Clock } = await import('/js/clock.js');
                const real = window.fetch;
                const delays = [40, 2, 60];
                let passed = 0;
                performance.now = () => passed;
                const local = () => (performance.timeOrigin + passed) * 1000;
                const ahead = 5_000_000;
                // Answers take their time on the way back only, so the error is all that they can have.
                window.fetch = async () => {
                  const now = local() + ahead;
                  passed += delays.shift();
                  return { json: async () => ({ now }) };
                };
                try {
                  const clock = new Clock('/api/clock');
                  await clock.sync(3);
                  const first = clock.error;
                  delays.push(50);
                  await clock.sync(1);
                  return { off: clock.now() - local() - ahead, first, kept: clock.error === first };
                } finally {
                  window.fetch = real;
                  delete performance.now;
                }""");
        assertThat(toDouble(clock.get("first"))).isCloseTo(1_000, within(1.));
        assertThat(toDouble(clock.get("off"))).isCloseTo(-1_000, within(1.));
        assertThat(clock).containsEntry("kept", true);
    }

    @Test
    void backOffGrowsToACapAndSpreadsOverAllOfIt() {
        var delays = run("""
                const { Backoff } = await import('/js/backoff.js');
                const latest = new Backoff({ baseMs: 100, capMs: 1000, random: () => 1 });
                const soonest = new Backoff({ baseMs: 100, capMs: 1000, random: () => 0 });
                const take = (backoff, n) => Array.from({ length: n }, () => backoff.next());
                const grown = take(latest, 6);
                latest.reset();
                return { grown, soonest: take(soonest, 3), afterSuccess: latest.next(), asked: soonest.next(700) };""");
        assertThat(delays)
                .containsEntry("grown", List.of(100L, 200L, 400L, 800L, 1000L, 1000L))
                .containsEntry("soonest", List.of(0L, 0L, 0L))
                .containsEntry("afterSuccess", 100L)
                .containsEntry("asked", 700L);
    }

    @Test
    void retryAfterIsReadAsSecondsAndAsADate() {
        assertThat(run("""
                        const { retryAfter } = await import('/js/backoff.js');
                        const of = (value) => retryAfter(new Headers(value && { 'Retry-After': value }), Date.parse('2026-01-01T00:00:00Z'));
                        return { none: of() ?? 'none', seconds: of('7'), date: of('Thu, 01 Jan 2026 00:00:03 GMT'), past: of('Wed, 31 Dec 2025 00:00:00 GMT'), nonsense: of('soon') ?? 'none' };"""))
                .isEqualTo(Map.of("none", "none", "seconds", 7000L, "date", 3000L, "past", 0L, "nonsense", "none"));
    }

    @Test
    void aStreamGoesOnFromItsLastPosition() {
        assertThat(run(STREAM + """
                        start((wire, n) => setTimeout(() => {
                          wire.message({ control: 'ready', next: n === 1 ? 'k3f9:4' : 'k3f9:5', heartbeatMs: 1000 });
                          if (n === 1) { wire.message({ id: 'k3f9:5', dueAt: 1 }); wire.lost(); }
                          if (n === 2) { wire.message({ control: 'gap', resumesAt: 'k3f9:90', missed: 84, reason: 'expired' }); wire.lost(); }
                        }));
                        await until(() => opened.length === 3);
                        return { opened };""")).containsEntry("opened", List.of("latest", "k3f9:5", "k3f9:89"));
    }

    @Test
    void aStreamThatNeverSawAnEventGoesOnFromWhereItWasReady() {
        assertThat(run(STREAM + """
                        start((wire, n) => setTimeout(() => {
                          wire.message({ control: 'ready', next: 'k3f9:4', heartbeatMs: 1000 });
                          if (n === 1) wire.lost();
                        }));
                        await until(() => opened.length === 2);
                        return { opened };""")).containsEntry("opened", List.of("latest", "k3f9:4"));
    }

    @Test
    void aSilentStreamIsGivenUpAndOpenedAgain() {
        assertThat(run(STREAM + """
                        start((wire, n) => n === 1 && setTimeout(() => wire.message({ control: 'ready', next: 'k3f9:4', heartbeatMs: 20 })));
                        await until(() => opened.length === 2);
                        return { reason: closed[0].reason };""")).containsEntry("reason", "silent");
    }

    @Test
    void aStreamThatSomethingHoldsBackIsGivenUpAndOpenedAgain() {
        assertThat(run(STREAM + """
                        start(() => {}, { openingMs: 20 });
                        await until(() => opened.length === 2);
                        return { reason: closed[0].reason };""")).containsEntry("reason", "held");
    }

    @Test
    void aClosingStreamComesBackWhenItWasTold() {
        assertThat(run(STREAM + """
                        const began = performance.now();
                        start((wire, n) => n === 1 && setTimeout(() => wire.message({ control: 'closing', reason: 'shutdown', retryAfterMs: 120 })));
                        await until(() => opened.length === 2);
                        return { reason: closed[0].reason, inTime: performance.now() - began >= 120, told: closed[0].retryInMs >= 120 };""")).isEqualTo(Map.of("reason", "shutdown", "inTime", true, "told", true));
    }

    @Test
    void anAnswerThatDoesNotComeIsSilence() {
        assertThat(run("""
                        const { pull } = await import('/js/pull.js');
                        const why = new Promise((onClose) => {
                          const loop = pull(
                            { url: '/api/long-polling', topic: 'quiet', timeoutMs: 100, prepare: () => {}, pause: () => 0 },
                            { onClose: (close) => (loop.close(), onClose(close)) });
                        });
                        const { reason, final } = await why;
                        return { reason, final };""")).isEqualTo(Map.of("reason", "silent", "final", false));
    }

    @Test
    void aRefusedStreamStaysClosed() {
        assertThat(run(STREAM + """
                        start((wire) => wire.refused(), { after: 'nonsense' });
                        await until(() => closed.length === 1);
                        await new Promise((r) => setTimeout(r, 100));
                        return { final: closed[0].final, opened: opened.length, hasReason: closed[0].reason.includes('nonsense') };""")).isEqualTo(Map.of("final", true, "opened", 1L, "hasReason", true));
    }

    @Test
    void tabsThatStartAtOnceDoNotTakeTheSameConnections() {
        assertThat(run(SLOTS + """
                        const tabs = await Promise.all([['a', 'b'], ['c', 'd'], ['e', 'f']].map(start));
                        return { total: tabs.flat().length, refused: tabs.filter(({ length }) => length === 0).length };""")).isEqualTo(Map.of("total", 4L, "refused", 1L));
    }

    @Test
    void aStreamThatTabsShareTakesOneConnection() {
        assertThat(run(SLOTS + """
                        const tabs = await Promise.all([['a', 'b', 'c'], ['c', 'b', 'a'], ['d', 'c', 'b']].map(start));
                        return { started: tabs.filter(({ length }) => length === 3).length };""")).isEqualTo(Map.of("started", 3L));
    }

    @Test
    void onlyWebSocketsAreBeyondTheLimit() {
        assertThat(run("""
                        const { takesSlot } = await import('/js/slots.js');
                        const holdsSlot = false;
                        return {
                          sse: takesSlot({ holdsSlot: true }),
                          automatic: takesSlot({ holdsSlot, transport: '' }),
                          websocket: takesSlot({ holdsSlot, transport: 'websocket' }),
                          native: takesSlot({ holdsSlot, transport: 'native-websocket' }),
                          eventsource: takesSlot({ holdsSlot, transport: 'eventsource' }),
                        };"""))
                .isEqualTo(Map.of(
                        "sse", true, "automatic", false, "websocket", false, "native", false, "eventsource", true));
    }

    @Test
    void aPublishIsPairedWithItsAnswer() {
        assertThat(run("""
                        const { Publishing } = await import('/js/publishing.js');
                        const publishing = new Publishing();
                        const failure = (promise) => promise.catch((error) => error.message);
                        const sent = [];
                        const publish = () => publishing.publish({ type: 'greeting' }, (frame) => sent.push(frame));
                        const [first, second, third] = [publish(), failure(publish()), failure(publish())];
                        publishing.answer({ control: 'rejected', ref: sent[1].ref, problem: { detail: 'too large' } });
                        publishing.answer({ control: 'accepted', ref: sent[0].ref, id: 'k3f9:8' });
                        publishing.lost();
                        const unsent = failure(publishing.publish({}, () => { throw new Error('not connected'); }));
                        return { first: await first, second: await second, third: await third, unsent: await unsent };"""))
                .isEqualTo(
                        Map.of("first", "k3f9:8", "second", "too large", "third", "lost", "unsent", "not connected"));
    }

    private static Map<String, Long> ledger(long expected, long received, long lost, long duplicated, long reordered) {
        return Map.of(
                "expected", expected,
                "received", received,
                "lost", lost,
                "duplicated", duplicated,
                "reordered", reordered);
    }

    private static double toDouble(Object number) {
        return ((Number) number).doubleValue();
    }
}
