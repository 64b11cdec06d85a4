package dev.pushlab.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pushlab.log.Event;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.Publication;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadRunTests {

    /** A clock that moves when somebody sleeps, and now and then oversleeps. */
    private static final class TestTimer implements WorkloadRun.Timer {

        private long now = 1_000_000;
        private final List<Long> oversleep;
        private int sleeps;

        TestTimer(Long... oversleep) {
            this.oversleep = List.of(oversleep);
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long micros) {
            now = Math.max(now, micros) + (sleeps < oversleep.size() ? oversleep.get(sleeps) : 0);
            sleeps++;
        }
    }

    private record Appended(long dueAt, long at, String data) {}

    private static List<Appended> run(Schedule schedule, TestTimer timer, int count) {
        var appended = new ArrayList<Appended>();
        var run = new WorkloadRun[1];
        EventLog log = (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    var publication = (Publication) arguments[0];
                    appended.add(new Appended((long) arguments[1], timer.now, publication.data()));
                    if (appended.size() == count) {
                        run[0].stop();
                    }
                    return (Event) null;
                });
        run[0] = new WorkloadRun(schedule, log, timer);
        run[0].run();
        assertThat(run[0].published()).isEqualTo(appended.size());
        return appended;
    }

    @Test
    void eventsAreAppendedWhenTheyAreDue() {
        var schedule = new GeneratorSchedule(new WorkloadSpec.Generator(10.0, 3, 1));
        assertThat(run(schedule, new TestTimer(), 3))
                .containsExactly(
                        new Appended(1_000_000, 1_000_000, "\"1\""),
                        new Appended(1_100_000, 1_100_000, "\"2\""),
                        new Appended(1_200_000, 1_200_000, "\"3\""));
    }

    @Test
    void aLateEventKeepsItsDueTimeAndTheNextOnesCatchUp() {
        var schedule = new GeneratorSchedule(new WorkloadSpec.Generator(10.0, 3, 1));
        assertThat(run(schedule, new TestTimer(0L, 250_000L), 5))
                .extracting(Appended::dueAt, Appended::at)
                .containsExactly(
                        tuple(1_000_000L, 1_000_000L),
                        tuple(1_100_000L, 1_350_000L),
                        tuple(1_200_000L, 1_350_000L),
                        tuple(1_300_000L, 1_350_000L),
                        tuple(1_400_000L, 1_400_000L));
    }

    @Test
    void aRunEndsWithItsSchedule() {
        var trace = new Trace(List.of(new Trace.Line(0, "a", "1"), new Trace.Line(5, "b", "2")));
        var schedule = new TraceSchedule(trace, new WorkloadSpec.Trace(1.0, false));
        assertThat(run(schedule, new TestTimer(), 100)).hasSize(2);
    }
}
