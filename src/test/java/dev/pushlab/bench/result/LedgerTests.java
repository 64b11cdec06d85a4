package dev.pushlab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;
import org.junit.jupiter.api.Test;

/** What counts as lost, duplicated and reordered. */
class LedgerTests {

    private final Ledger ledger = new Ledger();

    LedgerTests() {
        ledger.opened("a1:10");
    }

    @Test
    void everyEventOnceAndInOrderIsClean() {
        receive(11, 12, 13);
        assertThat(upTo(13)).isEqualTo(new Ledger.Line(3, 3, 0, 0, 0, 0)).matches(Ledger.Line::clean);
    }

    @Test
    void aSwallowedEventIsLost() {
        receive(11, 13);
        assertThat(upTo(13)).isEqualTo(new Ledger.Line(3, 2, 1, 0, 0, 0));
    }

    @Test
    void whatHasNotComeAtTheEndIsLost() {
        receive(11);
        assertThat(upTo(14)).isEqualTo(new Ledger.Line(4, 1, 3, 0, 0, 0));
    }

    @Test
    void aClientThatSawNothingHasLostEverything() {
        assertThat(upTo(12)).isEqualTo(new Ledger.Line(2, 0, 2, 0, 0, 0));
    }

    @Test
    void aRepeatedEventIsADuplicate() {
        receive(11, 12, 11, 12);
        assertThat(upTo(12)).isEqualTo(new Ledger.Line(2, 2, 0, 2, 0, 0));
    }

    @Test
    void anEventBeforeTheFirstPositionIsADuplicate() {
        receive(10, 11);
        assertThat(upTo(11)).isEqualTo(new Ledger.Line(1, 1, 0, 1, 0, 0));
    }

    @Test
    void anEventAfterALaterOneIsReorderedAndNotLost() {
        receive(11, 15, 13, 12, 14, 13);
        assertThat(upTo(15)).isEqualTo(new Ledger.Line(5, 5, 0, 1, 3, 0));
    }

    @Test
    void aGapExplainsWhatIsMissing() {
        receive(11);
        ledger.gap(new Gap(at("a1:11"), at("a1:500"), 488L, Gap.Reason.EXPIRED));
        receive(500, 501);
        assertThat(upTo(501)).isEqualTo(new Ledger.Line(491, 3, 0, 0, 0, 488)).matches(Ledger.Line::clean);
    }

    @Test
    void aGapDoesNotExplainAnOlderLoss() {
        receive(11, 13);
        ledger.gap(new Gap(at("a1:13"), at("a1:20"), 6L, Gap.Reason.EXPIRED));
        receive(20);
        assertThat(upTo(20)).isEqualTo(new Ledger.Line(10, 3, 1, 0, 0, 6));
    }

    @Test
    void aReconnectThatSkipsEventsIsALoss() {
        receive(11);
        ledger.opened("a1:15");
        receive(16);
        assertThat(upTo(16)).isEqualTo(new Ledger.Line(6, 2, 4, 0, 0, 0));
    }

    @Test
    void aRestartThatIsToldBeginsANewLife() {
        receive(11, 12);
        ledger.gap(new Gap(at("a1:12"), at("b2:1"), null, Gap.Reason.RESTARTED));
        ledger.received("b2", 1);
        assertThat(ledger.line(at("b2:2"))).isEqualTo(new Ledger.Line(4, 3, 1, 0, 0, 0));
    }

    @Test
    void aRestartThatIsNotToldIsALoss() {
        receive(11);
        ledger.received("b2", 7);
        assertThat(ledger.line(at("b2:7"))).isEqualTo(new Ledger.Line(3, 2, 1, 0, 0, 0));
    }

    @Test
    void linesAddUp() {
        var line = new Ledger.Line(1, 2, 3, 4, 5, 6);
        assertThat(Ledger.Line.NONE.plus(line).plus(line)).isEqualTo(new Ledger.Line(2, 4, 6, 8, 10, 12));
    }

    private void receive(long... offsets) {
        for (long offset : offsets) {
            ledger.received("a1", offset);
        }
    }

    private Ledger.Line upTo(long offset) {
        return ledger.line(at("a1:" + offset));
    }

    private static Position at(String text) {
        return Position.parse(text);
    }
}
