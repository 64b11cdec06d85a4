package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the terminal's form, in Markdown and in CSV. */
class TextFormatsTests {

    private final Report report = Reports.mixed(1);

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN", "HTML"})
    void theLedgerComesBeforeAnyNumber(Format format) {
        assertThat(format.write(report)).containsSubsequence("Ledger", "expected", "599,979", "INVALID", "p50", "501");
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN"})
    void aReportMadeInAHurrySaysSoFirst(Format format) {
        assertThat(format.write(Reports.indicative(Reports.valid()))).startsWith("INDICATIVE: measured in a hurry");
    }

    @Test
    void theTerminalShowsTheIntervalsOfTheDecisiveMeasuresOnly() {
        assertThat(Format.TABLE.write(report).lines())
                .anyMatch(line -> line.matches("polling +20,000 +501 +753 +1,004 \\[979–1,029] +1,305 +1,908"))
                .anyMatch(line -> line.matches("polling +9\\.10 \\[8\\.88–9\\.33] +4\\.33 +0\\.455 +1,234"));
    }

    @Test
    void markdownShowsAllIntervals() {
        assertThat(Format.MARKDOWN.write(report))
                .contains("| polling | 20,000 \\[19,509–20,502\\] | 501 \\[489–514\\] |");
    }

    @Test
    void columnsOfATableAreOneBelowTheOther() {
        var lines = Format.TABLE.write(report).lines().toList();
        int head = lines.indexOf("What a delivered event costs the server") + 1;
        int column = lines.get(head).indexOf("server CPU/event") + "server CPU/event".length();
        assertThat(lines.get(head + 1).substring(0, column)).endsWith("µs");
        assertThat(lines.get(head + 3).substring(0, column)).endsWith("9.10 [8.88–9.33]");
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN", "HTML"})
    void aMeasureThatNoRowHasIsLeftOut(Format format) {
        assertThat(format.write(report)).contains("memory/connection").doesNotContain("all caught up");
    }

    @Test
    void everyMeasureHasItsPlace() {
        var placed = Arrays.stream(Band.values()).flatMap(band -> band.measures().stream());
        assertThat(placed).containsExactlyInAnyOrder(Measure.values());
    }

    @Test
    void experimentsFollowTheLoadInTheirOrder() {
        assertThat(Format.TABLE.write(report))
                .containsSubsequence("\nLoad: ", "\nIdle: ", "CPU/minute", "\nSaturate: ", "\nWhat is said");
    }

    @Test
    void aSingleRepeatHasNoInterval() {
        var once = Reports.row(Row.LOAD, Reports.ours("sse"))
                .with(Measure.SERVER_CPU, 3.21)
                .row();
        assertThat(Format.TABLE.write(Reports.of(List.of(once))).lines()).contains("sse                  3.21");
    }

    @Test
    void everyLineOfAMarkdownTableHasAsManyCells() {
        var table = new ArrayList<Integer>();
        for (var line : Format.MARKDOWN.write(report).lines().toList()) {
            if (line.startsWith("|")) {
                table.add(line.split("(?<!\\\\)\\|", -1).length);
            } else {
                assertThat(table.stream().distinct()).hasSizeLessThanOrEqualTo(1);
                table.clear();
            }
        }
    }

    @Test
    void markdownShowsTextAsItIs() {
        var row = Reports.row(Row.LOAD, Reports.ours("<b>|*x*\n# `y`"))
                .with(Measure.P50, 1, 2)
                .row();
        assertThat(Format.MARKDOWN.write(Reports.of(List.of(row))))
                .contains("| &lt;b>\\|\\*x\\* \\# \\`y\\` |")
                .doesNotContain("<b>");
    }

    @Test
    void csvHasALineForEveryValueAndItsSummary() {
        var row = Reports.row(Row.LOAD, Reports.ours("sse"))
                .with(Measure.SERVER_CPU, 2, 4, 8)
                .row();
        assertThat(Format.CSV.write(Reports.of(List.of(row))).split("\r\n"))
                .startsWith(
                        "experiment,strategy,implementation,rttMillis,valid,indicative,expected,received,lost,duplicated,"
                                + "reordered,explained,statistic,repeat,measure,unit,value",
                        "load,sse,push-lab,0,true,false,200000,200000,0,0,0,0,value,1,serverCpuPerEvent,µs,2.0",
                        "load,sse,push-lab,0,true,false,200000,200000,0,0,0,0,value,2,serverCpuPerEvent,µs,4.0",
                        "load,sse,push-lab,0,true,false,200000,200000,0,0,0,0,value,3,serverCpuPerEvent,µs,8.0",
                        "load,sse,push-lab,0,true,false,600000,600000,0,0,0,0,median,,serverCpuPerEvent,µs,4.0")
                .hasSize(7);
    }

    @Test
    void csvQuotesWhatWouldEndAField() {
        var row = Reports.row("a,\"b\"\nc", Reports.ours("sse"))
                .with(Measure.P50, 1)
                .row();
        assertThat(Format.CSV.write(Reports.of(List.of(row)))).contains("\r\n\"a,\"\"b\"\"\nc\",sse,push-lab,");
    }
}
