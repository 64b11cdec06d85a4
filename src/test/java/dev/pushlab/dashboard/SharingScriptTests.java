package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tabs tell each other about a stream that they share, over connections that say what the test wants. */
class SharingScriptTests extends ScriptTests {

    private static final String TABS = """
            const { sharing } = await import('/js/sharing/sharing.js');
            const topic = crypto.randomUUID();
            const until = async (done) => { while (!done()) await new Promise((r) => setTimeout(r, 5)); };
            const opened = [];
            const connect = (start, heard) => {
              const connection = { start, heard, open: true, close: () => (connection.open = false) };
              opened.push(connection);
              return connection;
            };
            const join = (after, start = { holdsSlot: true }) => {
              const tab = { got: [], arrived: [], open: [], why: [], requests: 0 };
              tab.connection = sharing({ limited: true, now: () => 7 })(connect, { url: '/api/sse', topic, after, ...start }, {
                onRequest: () => tab.requests++,
                onOpen: (opened) => tab.open.push(opened),
                onEvents: (events, next, at) => (tab.got.push(...events.map(({ id }) => id)), tab.arrived.push(at)),
                onClose: ({ reason }) => tab.why.push(reason),
              });
              return tab;
            };
            const event = (id) => ({ id });
            """;

    /** The first leads and is at k3f9:0, the second follows. */
    private static final String TWO_TABS = TABS + """
            const first = join('latest');
            await until(() => opened.length === 1);
            const [{ heard }] = opened;
            heard.onOpen({ next: 'k3f9:0' });
            const second = join('latest');
            await until(() => second.open.length === 1);
            const tell = (...offsets) => heard.onEvents(offsets.map((n) => event(`k3f9:${n}`)), `k3f9:${offsets.at(-1)}`);
            """;

    @Test
    void whatOneConnectionBringsReachesBothAsItWasAtItsArrival() {
        assertThat(run(TWO_TABS + """
                        tell(1, 2);
                        await until(() => second.got.length === 2);
                        const { shared, next } = second.open[0];
                        return { opened: opened.length, got: second.got, arrived: second.arrived, shared, next,
                                 follows: [first, second].map(({ connection }) => connection.isFollowing) };"""))
                .isEqualTo(Map.of(
                        "opened",
                        1L,
                        "got",
                        List.of("k3f9:1", "k3f9:2"),
                        "arrived",
                        List.of(7L),
                        "shared",
                        true,
                        "next",
                        "k3f9:0",
                        "follows",
                        List.of(false, true)));
    }

    @Test
    void whatTheStreamRepeatsOrLosesShowsInEveryTab() {
        assertThat(run(TWO_TABS + """
                        tell(1, 2);
                        tell(2);
                        tell(5);
                        await until(() => second.got.at(-1) === 'k3f9:5');
                        return { got: second.got, requests: second.requests };"""))
                .isEqualTo(Map.of("got", List.of("k3f9:1", "k3f9:2", "k3f9:2", "k3f9:5"), "requests", 0L));
    }

    @Test
    void theNextTabGoesOnFromWhereItIsItself() {
        assertThat(run(TWO_TABS + """
                        tell(1, 2);
                        await until(() => second.got.length === 2);
                        first.connection.close();
                        await until(() => opened.length === 2);
                        return { closed: !opened[0].open, after: opened[1].start.after, why: second.why.at(-1),
                                 follows: second.connection.isFollowing };"""))
                .containsAllEntriesOf(Map.of("closed", true, "after", "k3f9:2", "follows", false));
    }

    @Test
    void aTabThatIsBehindFetchesWhatItMissedAndNothingElse() {
        assertThat(run(TABS + """
                        const headers = { 'Content-Type': 'application/json' };
                        const publish = async () =>
                          (await fetch(`/api/events?topic=${topic}`, { method: 'POST', headers, body: '{"data":1}' })).json();
                        const start = (await (await fetch(`/api/polling?topic=${topic}`)).json()).next;
                        const events = [await publish(), await publish(), await publish(), await publish()];
                        const ids = events.map(({ id }) => id);
                        join(ids[2]);
                        await until(() => opened.length === 1);
                        const { heard } = opened[0];
                        heard.onOpen({ next: ids[2] });
                        heard.onGap({ requested: ids[2], resumesAt: ids[3], missed: 0, reason: 'expired' });
                        const late = join(start);
                        const ahead = join(ids[3]);
                        await until(() => late.open.length === 1 && ahead.open.length === 1);
                        heard.onEvents(events.slice(3), ids[3]);
                        heard.onEvents([event(ids[3] + '0')], ids[3] + '0');
                        await until(() => late.got.length === 5 && ahead.got.length === 1);
                        return { late: String(late.got) === String([...ids, ids[3] + '0']), ahead: ahead.got[0] === ids[3] + '0' };""")).isEqualTo(Map.of("late", true, "ahead", true));
    }

    @Test
    void whatTheLeaderStillRemembersNeedsNoRequest() {
        assertThat(run(TWO_TABS + """
                        tell(1);
                        tell(2, 3);
                        tell(4);
                        const third = join('k3f9:2');
                        await until(() => third.got.length === 2);
                        tell(5);
                        await until(() => third.got.length === 3);
                        return { got: third.got, requests: third.requests, second: second.got.length };"""))
                .isEqualTo(Map.of("got", List.of("k3f9:3", "k3f9:4", "k3f9:5"), "requests", 0L, "second", 5L));
    }

    @Test
    void aFallbackToHttpIsSharedOnceItShows() {
        assertThat(run(TABS + """
                        const stomp = { transport: '' };
                        const tabs = [join('latest', stomp), join('latest', stomp)];
                        const alone = opened.length;
                        opened.forEach(({ heard }) => heard.onOpen({ next: 'k3f9:0', transport: 'xhr-streaming' }));
                        await until(() => opened.length === 3);
                        opened[2].heard.onOpen({ next: 'k3f9:0', transport: 'xhr-streaming' });
                        await until(() => tabs.every(({ open }) => open.length === 1));
                        const open = opened.map(({ open }) => open);
                        opened[2].heard.onClose({ reason: 'network', retryInMs: 0 });
                        opened[2].heard.onOpen({ next: 'k3f9:0', transport: 'websocket' });
                        await until(() => opened.length === 4);
                        return { alone, open, after: opened.map(({ open }) => open) };"""))
                .containsAllEntriesOf(Map.of("alone", 2L, "open", List.of(false, false, true)))
                .extractingByKey("after")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .startsWith(false, false, false, true);
    }

    @Test
    void aFollowerPublishesOverTheLeadersConnection() {
        assertThat(run(TABS + """
                        const stomp = { transport: 'xhr-streaming' };
                        const leader = join('latest', stomp);
                        await until(() => opened.length === 1);
                        opened[0].publish = async ({ type }) => {
                          if (type === 'bad') throw Object.assign(new Error('no such type'), { status: 400 });
                          return 'k3f9:1';
                        };
                        opened[0].heard.onOpen({ next: 'k3f9:0', transport: 'xhr-streaming' });
                        const follower = join('latest', stomp);
                        await until(() => follower.open.length === 1);
                        const id = await follower.connection.publish({ type: 'greeting' });
                        const refused = await follower.connection.publish({ type: 'bad' }).catch(({ message }) => message);
                        return { id, refused, own: await leader.connection.publish({ type: 'greeting' }) };""")).isEqualTo(Map.of("id", "k3f9:1", "refused", "no such type", "own", "k3f9:1"));
    }

    @Test
    void ofTwoLeadersOnlyTheOneThatCameFirstStays() {
        assertThat(run("""
                        const { AgreedLead } = await import('/js/sharing/agreed-lead.js');
                        const leader = (number) => {
                          const told = [];
                          const tell = (what) => () => told.push(what);
                          const lead = new AgreedLead({
                            number, elected: tell('elected'), deposed: tell('deposed'), insist: tell('insists') });
                          lead.take();
                          return { lead, told };
                        };
                        const [first, second] = [leader(1), leader(2)];
                        while (first.told.length + second.told.length < 2) await new Promise((r) => setTimeout(r, 5));
                        first.lead.heard(2);
                        second.lead.heard(1);
                        return { first: first.told, second: second.told };"""))
                .isEqualTo(Map.of("first", List.of("elected", "insists"), "second", List.of("elected", "deposed")));
    }
}
