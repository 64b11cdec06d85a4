package dev.pushlab.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTests {

    private static long[] times(Schedule schedule, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = schedule.next().at();
        }
        return times;
    }

    @Test
    void anEvenRateNeverDrifts() {
        var schedule = new GeneratorSchedule(new WorkloadSpec.Generator(3.0, 10, 1));
        assertThat(times(schedule, 4)).containsExactly(0, 333_333, 666_667, 1_000_000);
        for (int i = 4; i < 3_000_000; i++) {
            schedule.next();
        }
        assertThat(schedule.next().at()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void aBurstHappensAtOneMomentAndKeepsTheRate() {
        var schedule = new GeneratorSchedule(new WorkloadSpec.Generator(10.0, 10, 5));
        assertThat(times(schedule, 11))
                .containsExactly(0, 0, 0, 0, 0, 500_000, 500_000, 500_000, 500_000, 500_000, 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 128, 60_000})
    void dataHasExactlyTheSizeAskedFor(int size) {
        for (long number : new long[] {1, 9, 123_456_789}) {
            String data = GeneratorSchedule.data(number, size);
            assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSize(size);
        }
    }

    @Test
    void aTraceIsReplayedAtItsSpeedAndBeginsAnew() {
        var trace = new Trace(
                List.of(new Trace.Line(0, "a", "1"), new Trace.Line(1_000, "b", "2"), new Trace.Line(3_000, "c", "3")));
        var schedule = new TraceSchedule(trace, new WorkloadSpec.Trace(10.0, true));
        // The pause before it begins anew is the average one: 1,500 ms.
        assertThat(times(schedule, 6)).containsExactly(0, 100_000, 300_000, 450_000, 550_000, 750_000);
    }

    @Test
    void aTraceThatDoesNotLoopEnds() {
        var trace = new Trace(List.of(new Trace.Line(0, "a", "1")));
        var schedule = new TraceSchedule(trace, new WorkloadSpec.Trace(1.0, false));
        assertThat(schedule.next()).isEqualTo(new Schedule.Planned(0, "a", "1"));
        assertThat(schedule.next()).isNull();
    }
}
