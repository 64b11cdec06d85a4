package dev.pushlab.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class EventLogsTests {

    private static EventLogs logs(int topics, long totalBytes, Duration forgetAfter) {
        return new EventLogs(
                new LogProperties(1_000, DataSize.ofMegabytes(1), DataSize.ofBytes(totalBytes), topics, forgetAfter));
    }

    private static void fill(EventLog log, int count) {
        for (int i = 0; i < count; i++) {
            log.append(new Publication("test", "\"" + "x".repeat(98) + "\""), i);
        }
    }

    @Test
    void aTopicBeginsWithItsFirstUseAndStays() {
        EventLogs logs = logs(10, 1_000_000, Duration.ofHours(1));
        EventLog log = logs.topic("a-1");
        assertThat(logs.topic("a-1")).isSameAs(log);
        assertThat(logs.topic(null)).isSameAs(logs.topic("events"));
    }

    @Test
    void eachTopicHasALifeOfItsOwn() {
        EventLogs logs = logs(10, 1_000_000, Duration.ofHours(1));
        assertThat(logs.topic("a").head().epoch())
                .isNotEqualTo(logs.topic("b").head().epoch());
    }

    @Test
    void malformedNamesAreRefused() {
        EventLogs logs = logs(10, 1_000_000, Duration.ofHours(1));
        for (String name : new String[] {"", "A", "a b", "**", "a/b", "x".repeat(65)}) {
            assertThatThrownBy(() -> logs.topic(name))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(400));
        }
    }

    @Test
    void oneTopicTooManyIsRefusedForNow() {
        EventLogs logs = logs(2, 1_000_000, Duration.ofHours(1));
        logs.topic("a");
        logs.topic("b");
        assertThatThrownBy(() -> logs.topic("c")).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.retryAfter()).isPositive();
        });
        assertThat(logs.topic("a")).isNotNull();
        assertThat(logs.topic("events")).isNotNull();
    }

    @Test
    void aTopicThatNobodyUsesIsForgottenAndBeginsAnew() {
        EventLogs logs = logs(10, 1_000_000, Duration.ZERO);
        EventLog before = logs.topic("a");
        fill(before, 3);
        logs.forgetIdle();
        assertThat(logs.holds(before)).isFalse();
        EventLog after = logs.topic("a");
        assertThat(after.read(before.head(), 10).gap().reason()).isEqualTo(Gap.Reason.RESTARTED);
    }

    @Test
    void aTopicInUseIsKept() {
        EventLogs logs = logs(10, 1_000_000, Duration.ofHours(1));
        EventLog log = logs.topic("a");
        logs.forgetIdle();
        assertThat(logs.holds(log)).isTrue();
    }

    @Test
    void whenTheMemoryOfAllIsUsedUpTheLargestGivesWay() {
        EventLogs logs = logs(10, 100_000, Duration.ofHours(1));
        EventLog small = logs.topic("small");
        fill(small, 10);
        EventLog large = logs.topic("large");
        fill(large, 900);
        assertThat(small.beginning().offset()).isZero();
        assertThat(large.beginning().offset()).isPositive();
        assertThat(large.read(large.beginning(), 1_000).events()).hasSizeGreaterThan(100);
    }

    @Test
    void aForgottenTopicGivesItsMemoryBack() {
        EventLogs logs = logs(10, 100_000, Duration.ZERO);
        fill(logs.topic("a"), 200);
        logs.forgetIdle();
        EventLog log = logs.topic("b");
        fill(log, 200);
        assertThat(log.beginning().offset()).isZero();
    }
}
