package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code bench crossover} on the command line. */
class CrossoverUsageTests {

    private final Shell bench = new Shell();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--strategies sse,carrier-pigeon | 'carrier-pigeon' is no client",
                "--size 1 | --size has to be 21 to 60,000",
                "--duration 0s | --duration has to be 1s to 60m",
                "--warmup later | 'later' is no duration",
                "--from /no/such/report.json | no such file: /no/such/report.json",
                "--format xml | TABLE",
                "--louder | '--louder'"
            })
    void wrongUseIsToldInOneLine(String arguments, String why) {
        bench.assertRefused("bench crossover " + arguments, why);
    }

    @Test
    void helpHasExamples() {
        assertThat(bench.run("bench crossover --help")).isZero();
        assertThat(bench.out()).contains("Examples:", "Exit code:");
    }
}
