package dev.pushlab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final ToxicConfiguration kinds = new ToxicConfiguration();
    private final Faults faults = new Faults(
            new Toxics(
                    List.of(kinds.latency(), kinds.stall(), kinds.idle(), kinds.buffering(), kinds.blocksUpgrades())),
            clock::get);

    private void elapse(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private void preset(String name) {
        faults.change(new FaultSpec(name, null, null));
    }

    @Test
    void aTunnelEndsByItself() {
        preset("tunnel");
        assertThat(faults.now().enabled()).isFalse();
        assertThat(faults.remainingMillis()).isEqualTo(10_000);
        elapse(Duration.ofMillis(9_999));
        assertThat(faults.now().preset()).isEqualTo("tunnel");
        assertThat(faults.remainingMillis()).isOne();
        elapse(Duration.ofMillis(1));
        assertThat(faults.now()).isEqualTo(Conditions.GOOD);
        assertThat(faults.remainingMillis()).isNull();
    }

    @Test
    void whatWasChangedMeanwhileStays() {
        preset("tunnel");
        preset("mobile");
        elapse(Duration.ofSeconds(10));
        assertThat(faults.now().preset()).isEqualTo("mobile");
        assertThat(faults.now().enabled()).isTrue();
    }

    @Test
    void whatIsSwitchedOffByHandStaysOff() {
        faults.change(new FaultSpec(null, false, null));
        elapse(Duration.ofDays(1));
        assertThat(faults.now().enabled()).isFalse();
        assertThat(faults.remainingMillis()).isNull();
        faults.reset();
        assertThat(faults.now()).isEqualTo(Conditions.GOOD);
    }

    @Test
    void everyPresetIsMadeOfKnownToxics() {
        for (Preset preset : Preset.values()) {
            preset(preset.toString());
            assertThat(faults.now().preset()).isEqualTo(preset.toString());
        }
    }

    @Test
    void whatIsRefusedChangesNothing() {
        preset("corporate");
        assertThatThrownBy(() -> preset("rural")).hasMessageContaining("good, mobile, tunnel, corporate");
        assertThat(faults.now().preset()).isEqualTo("corporate");
    }
}
