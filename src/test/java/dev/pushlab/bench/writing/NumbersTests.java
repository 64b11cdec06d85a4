package dev.pushlab.bench.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers and times as people read them. */
class NumbersTests {

    @Test
    void numbersHaveThreeDigitsAndThousandsApart() {
        assertThat(Stream.of(0.0, 1e-12, 0.0004, 0.12345, 1.0, 2.5, 12.04, 99.96, 123.4, 1_234.4, 20_000_000.0, -0.25))
                .map(Numbers::of)
                .containsExactly(
                        "0", "0", "<0.001", "0.123", "1", "2.5", "12.0", "100", "123", "1,234", "20,000,000", "-0.25");
    }

    @Test
    void roundedNumbersHaveNoMoreDigitsThanAskedFor() {
        assertThat(Stream.of(0.0, 0.01234, 3.0000004, 9.96, 1_234.0, -1_290_000.0, 1e20, Double.NaN))
                .map(value -> Numbers.rounded(value, 2))
                .containsExactly("0", "0.012", "3", "10", "1,200", "-1,300,000", "100,000,000,000,000,000,000", "?");
    }

    @Test
    void timesAreInTheUnitThatFits() {
        assertThat(Stream.of(0L, 999L, 1_000L, 1_234L, 60_000L, 61_873L, 120_400L, 734_000L))
                .map(Numbers::time)
                .containsExactly("0 ms", "999 ms", "1 s", "1.23 s", "1 min", "61.9 s", "2 min", "12 min 14 s");
    }
}
