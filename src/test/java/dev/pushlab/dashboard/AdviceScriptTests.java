package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page tells the server about its last minute. */
class AdviceScriptTests extends ScriptTests {

    private static final String MINUTE = """
            const { Minute } = await import('/js/advice/minute.js');
            const minute = new Minute();
            const note = (second, received) => minute.note(second * 1000, { received, bytes: null });
            const told = () => ({ seconds: minute.seconds, received: minute.grown('received'), bytes: minute.grown('bytes') });
            """;

    private static final String MEASURED = """
            const { Measured } = await import('/js/advice/measured.js');
            const ledger = { received: 0, requests: 0, lost: 0, latency: { p99: null } };
            let watcher;
            const subscription = {
              isOn: true, state: { name: 'connecting' }, options: { interval: 1000 }, events: [],
              watch: (given) => (watcher = given), meter: { snapshot: () => ({ ...ledger }) },
            };
            const traffic = { down: null, up: null };
            const measured = new Measured({ strategies: [{ id: 'polling', subscription }], stats: { of: () => traffic } });
            """;

    @Test
    void aMinuteIsWhatCameInIt() {
        assertThat(run(MINUTE + "note(0, 100); note(30, 400); note(60, 700); return told();"))
                .containsEntry("seconds", 60L)
                .containsEntry("received", 600L)
                .containsEntry("bytes", null);
        assertThat(run(MINUTE + "for (let s = 0; s <= 300; s++) note(s, s * s); return told();"))
                .containsEntry("seconds", 60L)
                .containsEntry("received", 300L * 300 - 240 * 240);
    }

    @Test
    void aCounterThatWasBegunAnewBeginsTheMinuteAnew() {
        assertThat(run(MINUTE + "note(0, 100); note(10, 300); note(20, 5); note(30, 25); return told();"))
                .containsEntry("seconds", 10L)
                .containsEntry("received", 20L);
    }

    @Test
    void whatItTakesToBeginIsNoPartOfIt() {
        var told = run(MEASURED + """
                ledger.requests = 7;
                measured.look(0);
                subscription.state.name = 'live';
                measured.look(1000);
                Object.assign(ledger, { requests: 17, received: 40, lost: 1, latency: { p99: 990000 } });
                measured.look(3000);
                return { ...measured.figures.polling, rate: measured.rate };
                """);
        assertThat(told)
                .containsEntry("requestsPerEvent", 0.25)
                .containsEntry("received", 40L)
                .containsEntry("rate", 20L)
                .containsEntry("lost", 1L)
                .containsEntry("p99Micros", 990_000L)
                .containsEntry("pollIntervalMs", 1_000L)
                .containsEntry("bytesPerEvent", null);
    }

    @Test
    void bytesAreOfTheSameTimeAsEvents() {
        var told = run(MEASURED + """
                subscription.state.name = 'live';
                measured.look(0);
                const then = (received, down, up) => (Object.assign(ledger, { received }), Object.assign(traffic, { down, up }));
                then(1000, 5000, 100);
                measured.look(1000);
                then(1040, 5900, 400);
                measured.look(4000);
                return measured.figures.polling;
                """);
        assertThat(told).containsEntry("bytesPerEvent", 30L).containsEntry("received", 40L);
    }

    @Test
    void whoIsSwitchedOffIsForgotten() {
        var before = "subscription.state.name = 'live'; measured.look(0); ledger.received = 40; measured.look(3000);";
        assertThat(run(MEASURED + before + "return measured.figures;")).containsOnlyKeys("polling");
        assertThat(run(MEASURED + before + "watcher.state({ name: 'off' }); return measured.figures;"))
                .isEqualTo(Map.of());
    }
}
