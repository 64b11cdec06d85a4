package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The modules behind the page's doubts, pictures and costs, with times and figures of the tests' own. */
class DashboardMeasuringTests extends ScriptTests {

    @Test
    void aBlockedEventLoopIsNoticedAndForgotten() {
        assertThat(run("""
                        const { EventLoop } = await import('/js/doubts.js');
                        const after = (...blocks) => {
                          const loop = new EventLoop();
                          blocks.forEach((ms) => loop.probe(ms * 1000, 1_000_000));
                          return loop;
                        };
                        return {
                          punctual: after(1, 5, 30).p99(2_000_000),
                          hiccup: after(90).p99(2_000_000),
                          block: after(400).p99(2_000_000) > 50_000,
                          hiccups: after(90, 90, 90).p99(2_000_000) > 50_000,
                          asleep: after(8 * 3600 * 1000).p99(2_000_000) < 10_000_000,
                          later: after(400).p99(11_500_000),
                        };"""))
                .isEqualTo(Map.of(
                        "punctual", 0L, "hiccup", 0L, "block", true, "hiccups", true, "asleep", true, "later", 0L));
    }

    @Test
    void aDoubtStandsAsLongAsTheFiguresContainIt() {
        assertThat(run("""
                        const { Doubts } = await import('/js/doubts.js');
                        const doubts = new Doubts(60);
                        doubts.note('busy', 100, 110);
                        doubts.note('waiting', 104, 105, { subject: 'SSE', late: 7 });
                        doubts.note('waiting', 104, 106, { subject: 'Polling' });
                        doubts.note('busy', 110, 120);
                        doubts.note('busy', 140, 150);
                        doubts.note('waiting', 145, 146, { subject: 'SSE', late: 5 });
                        const at = (now) => doubts.standing(now).map(({ kind, from, to, late }) => `${kind} ${from}-${to} ${late}`);
                        return { all: at(160), fewer: at(170), last: at(200), none: at(210), covers: [99, 105, 115, 130, 145].map((t) => doubts.covers(t)) };"""))
                .isEqualTo(Map.of(
                        "all", List.of("busy 100-150 0", "waiting 104-146 7", "waiting 104-106 0"),
                        "fewer", List.of("busy 100-150 0", "waiting 145-146 5"),
                        "last", List.of("busy 140-150 0", "waiting 145-146 5"),
                        "none", List.of(),
                        "covers", List.of(false, true, true, false, true)));
    }

    @Test
    void onlyWaitingForAConnectionCountsAsWaiting() {
        assertThat(run("""
                        const { Queueing, waitOf } = await import('/js/queueing.js');
                        const noted = [];
                        const strategy = (id, holdsSlot) => ({ id, holdsSlot, subscription: { url: `/api/${id}`, state: { name: 'connecting' }, watch: ({ state }) => state({}) } });
                        const slots = { limited: true, total: 5 };
                        const queueing = new Queueing([strategy('polling', false), strategy('sse', true)], slots, ({ id }, ms) => noted.push(`${id} ${Math.round(ms / 100)}`));
                        const entry = (path, times) => ({ name: location.origin + path, ...times });
                        const queued = { fetchStart: 1000, domainLookupStart: 1000, connectEnd: 1000, requestStart: 1400 };
                        const connecting = { fetchStart: 1000, domainLookupStart: 1010, connectEnd: 1390, requestStart: 1400 };
                        queueing.note(entry('/api/polling?after=k3f9:1', queued));
                        queueing.note(entry('/api/polling', connecting));
                        queueing.note(entry('/api/polling-else', queued));
                        queueing.start();
                        const soon = performance.now();
                        queueing.check(soon + 500);
                        queueing.check(soon + 3000);
                        slots.total = 4;
                        queueing.check(soon + 9000);
                        return { noted, elsewhere: waitOf({ fetchStart: 1000, requestStart: 0 }) ?? 'unknown' };""")).isEqualTo(Map.of("noted", List.of("polling 4", "sse 30"), "elsewhere", "unknown"));
    }

    @Test
    void picturesTakeAsManyPointsAtAnyRate() {
        assertThat(run("""
                        const { Series, SPAN } = await import('/js/series.js');
                        const { Lane } = await import('/js/lanes.js');
                        const series = new Series();
                        const lane = new Lane();
                        for (let n = 0; n < 100_000; n++) {
                          series.record(n % 50, n * 1000);
                          lane.arrived(n, n * 1000 - 500, n * 1000);
                        }
                        const points = series.since(0);
                        let kept = 0, newest = null;
                        lane.since(0, (offset) => { kept++; newest ??= offset; });
                        return { points: points.length, slowest: points.at(-2).latency, shown: series.since(100_000_000 - SPAN).length <= 240, kept, newest };"""))
                .isEqualTo(Map.of("points", 242L, "slowest", 49L, "shown", true, "kept", 8192L, "newest", 99_999L));
    }

    @Test
    void aLaneRemembersWhenItWasNotLive() {
        assertThat(run("""
                        const { Lane } = await import('/js/lanes.js');
                        const lane = new Lane();
                        lane.became('connecting', 10);
                        lane.became('live', 20);
                        lane.became('reconnecting', 40);
                        const times = (from, to) => lane.outages(from, to).map((time) => `${time.state} ${time.from}-${time.to}`);
                        return { now: times(0, 60), before: times(25, 35) };"""))
                .isEqualTo(Map.of("now", List.of("connecting 10-20", "reconnecting 40-60"), "before", List.of()));
    }

    @Test
    void theServersHalfBeginsAnewWithTheLedger() {
        assertThat(run("""
                        document.documentElement.lang = 'en';
                        document.body.append(Object.assign(document.createElement('script'), { id: 'texts', type: 'application/json', textContent: '{}' }));
                        const { Stats } = await import('/js/stats.js');
                        const shown = {};
                        const planted = { bytesIn: 100, bytesOut: 4900 };
                        let watcher;
                        const meter = { received: 10 };
                        const sse = { id: 'sse', card: { set: (field, value) => (shown[field] = value) }, subscription: { meter, watch: (given) => (watcher = given) } };
                        const real = window.fetch;
                        window.fetch = async (url) => url.includes('page=forgotten')
                          ? Response.json({}, { status: 404 })
                          : Response.json({ strategies: { sse: url.includes('page=mine') ? planted : { lag: 7, bytesOut: 1e9 } } });
                        try {
                          const stats = new Stats({ url: '/api/stats', page: 'mine', strategies: [sse] });
                          stats.start();
                          await stats.refresh();
                          const first = { ...shown };
                          Object.assign(planted, { bytesIn: 120, bytesOut: 5480 });
                          watcher.reset();
                          meter.received = 2;
                          const untouched = stats.of('sse').down;
                          await new Promise((r) => setTimeout(r, 50));
                          Object.assign(planted, { bytesIn: 130, bytesOut: 5880 });
                          await stats.refresh();
                          const forgotten = new Stats({ url: '/api/stats', page: 'forgotten', strategies: [sse] });
                          await forgotten.refresh();
                          const { down, up, perEvent } = stats.of('sse');
                          return { first, untouched, down, up, perEvent, unknown: shown.down, lag: shown.lag };
                        } finally {
                          window.fetch = real;
                        }"""))
                .isEqualTo(Map.of(
                        "first",
                        Map.of("down", "4.9 kB", "up", "100 B", "per-event", "500 B", "lag", "7"),
                        "untouched",
                        0L,
                        "down",
                        400L,
                        "up",
                        10L,
                        "perEvent",
                        205L,
                        "unknown",
                        "–",
                        "lag",
                        "7"));
    }
}
