package dev.pushlab.bench.report;

import static dev.pushlab.bench.result.Saying.Verdict.DEPENDS;
import static dev.pushlab.bench.result.Saying.Verdict.FALSE;
import static dev.pushlab.bench.result.Saying.Verdict.OPEN;
import static dev.pushlab.bench.result.Saying.Verdict.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.report.Reports.Draft;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.result.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each saying borne out, refuted, undecided and open. Values are those of three repeats within one per cent. */
class SayingsTests {

    private static final String MOST = "Polling loads the server most";
    private static final String HARDLY = "Long polling hardly helps when events are frequent";
    private static final String WORSE = "Long polling can be worse than polling";
    private static final String LIGHTER = "SSE is lighter than WebSocket";
    private static final String HEADERS = "Headers make HTTP expensive";
    private static final String THREADS = "Long polling exhausts the thread pool";
    private static final String MEMORY = "A held connection costs too much memory";
    private static final String DEAD = "SSE notices dead clients late";
    private static final String NOBODY = "Publish/subscribe loses what nobody listens to";

    private final List<Row> rows = new ArrayList<>();

    @Test
    void pollingLoadsMostIfItCostsMoreThanEveryOther() {
        cpu(Row.LOAD, 20, 10, 5, 6);
        assertThat(saying(MOST).verdict()).isEqualTo(TRUE);
        assertThat(saying(MOST).number())
                .startsWith("server CPU/event: polling 20 [19.5–20.5], long-polling 10 [")
                .endsWith("] µs");
    }

    @Test
    void pollingDoesNotLoadMostIfAnyOtherCostsMore() {
        cpu(Row.LOAD, 20, 30, 5, 6);
        assertThat(saying(MOST).verdict()).isEqualTo(FALSE);
    }

    @Test
    void whetherPollingLoadsMostIsNotShownIfIntervalsOverlap() {
        cpu(Row.LOAD, 20, 20.1, 5, 6);
        assertThat(saying(MOST).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void whatPollingCostsWithoutEventsCountsWhereItWasMeasured() {
        cpu(Row.LOAD, 20, 30, 5, 6);
        for (var strategy : List.of("long-polling", "sse", "stomp")) {
            add("idle", strategy, Measure.IDLE_CPU, 10);
        }
        assertThat(saying(MOST).verdict()).isEqualTo(FALSE);
        add("idle", "polling", Measure.IDLE_CPU, 900);
        assertThat(saying(MOST).verdict()).isEqualTo(DEPENDS);
        assertThat(saying(MOST).number()).contains("; with no events CPU/minute: polling 900 [");
    }

    @Test
    void longPollingHelpsIfItHalvesTheMedian() {
        latency(Row.LOAD, 500, 2);
        assertThat(saying(HARDLY).verdict()).isEqualTo(FALSE);
    }

    @Test
    void longPollingHardlyHelpsIfItDoesNot() {
        latency(Row.LOAD, 500, 300);
        assertThat(saying(HARDLY).verdict()).isEqualTo(TRUE);
    }

    @Test
    void whetherLongPollingHelpsIsNotShownAroundTheHalf() {
        latency(Row.LOAD, 500, 250);
        assertThat(saying(HARDLY).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void whereEventsAreFrequentCountsMore() {
        latency(Row.LOAD, 500, 2);
        latency("frequent", 500, 400);
        assertThat(saying(HARDLY).verdict()).isEqualTo(TRUE);
        assertThat(saying(HARDLY).command()).endsWith("--strategies polling,long-polling --experiment frequent");
    }

    @Test
    void longPollingIsWorseIfItCostsMore() {
        cpu(Row.LOAD, 20, 30, 5, 6);
        assertThat(saying(WORSE).verdict()).isEqualTo(TRUE);
    }

    @Test
    void longPollingIsNotWorseIfItCostsLess() {
        cpu(Row.LOAD, 20, 10, 5, 6);
        assertThat(saying(WORSE).verdict()).isEqualTo(FALSE);
    }

    @Test
    void whetherLongPollingIsWorseIsNotShownIfIntervalsOverlap() {
        cpu(Row.LOAD, 20, 20.1, 5, 6);
        assertThat(saying(WORSE).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void sseIsLighterIfItIsInAllThree() {
        streams(5, 300, 10, 6, 320, 12);
        assertThat(saying(LIGHTER).verdict()).isEqualTo(TRUE);
    }

    @Test
    void sseIsNotLighterIfItIsHeavierSomewhereAndLighterNowhere() {
        streams(6, 320, 10, 6, 300, 10);
        assertThat(saying(LIGHTER).verdict()).isEqualTo(FALSE);
    }

    @Test
    void whetherSseIsLighterDependsIfItIsSomewhereOnly() {
        streams(5, 340, 10, 6, 300, 10);
        assertThat(saying(LIGHTER).verdict()).isEqualTo(DEPENDS);
        assertThat(saying(LIGHTER).number())
                .contains("server CPU/event: sse 5 [", "bytes/event", "memory/connection: sse");
    }

    @Test
    void whetherSseIsLighterIsNotShownIfAllIntervalsOverlap() {
        streams(6, 300, 10, 6, 300, 10);
        assertThat(saying(LIGHTER).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void headersAreExpensiveIfAllOfHttpTakesTwiceTheBytes() {
        bytes(700, 900, 650, 300);
        assertThat(saying(HEADERS).verdict()).isEqualTo(TRUE);
        assertThat(saying(HEADERS).number()).startsWith("bytes/event, both ways: polling 700 [");
    }

    @Test
    void headersAreNotExpensiveIfNoneDoes() {
        bytes(310, 400, 320, 300);
        assertThat(saying(HEADERS).verdict()).isEqualTo(FALSE);
    }

    @Test
    void whetherHeadersAreExpensiveDependsIfSomeDo() {
        bytes(310, 900, 320, 300);
        assertThat(saying(HEADERS).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void longPollingExhaustsThreadsIfEveryClientTakesOne() {
        add(Row.LOAD, "long-polling", Measure.THREADS, 1_040);
        assertThat(saying(THREADS).verdict()).isEqualTo(TRUE);
    }

    @Test
    void longPollingDoesNotExhaustThreadsIfManyClientsShareThem() {
        add(Row.LOAD, "long-polling", Measure.THREADS, 41);
        assertThat(saying(THREADS).verdict()).isEqualTo(FALSE);
        assertThat(saying(THREADS).number()).endsWith("with 1,000 clients waiting");
    }

    @Test
    void whetherLongPollingExhaustsThreadsIsNotShownInBetween() {
        add(Row.LOAD, "long-polling", Measure.THREADS, 700);
        assertThat(saying(THREADS).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void whetherLongPollingExhaustsThreadsDependsIfTheTextbookDiffers() {
        add(Row.LOAD, "long-polling", Measure.THREADS, 41);
        add(Row.LOAD, Reports.textbook("long-polling"), Measure.THREADS, 1_100);
        assertThat(saying(THREADS).verdict()).isEqualTo(DEPENDS);
        assertThat(saying(THREADS).number()).contains("; textbook 1,100 [");
    }

    @Test
    void connectionsCostTooMuchIfTenThousandTakeMoreThanAGigabyte() {
        memory(200, 150, 180);
        assertThat(saying(MEMORY).verdict()).isEqualTo(TRUE);
        assertThat(saying(MEMORY).number()).contains("10,000 would take 1,953 MB at most");
    }

    @Test
    void connectionsDoNotCostTooMuchIfTheyTakeLess() {
        memory(12, 15, 9);
        assertThat(saying(MEMORY).verdict()).isEqualTo(FALSE);
    }

    @Test
    void whetherConnectionsCostTooMuchDependsIfSomeDo() {
        memory(12, 150, 9);
        assertThat(saying(MEMORY).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void sseNoticesLateIfItTakesLonger() {
        deaths(30, 20);
        assertThat(saying(DEAD).verdict()).isEqualTo(TRUE);
    }

    @Test
    void sseDoesNotNoticeLateIfItIsSooner() {
        deaths(20, 30);
        assertThat(saying(DEAD).verdict()).isEqualTo(FALSE);
    }

    @Test
    void whetherSseNoticesLateIsNotShownIfIntervalsOverlap() {
        deaths(30, 30.1);
        assertThat(saying(DEAD).verdict()).isEqualTo(DEPENDS);
    }

    @Test
    void everythingIsOpenWithoutMeasurements() {
        assertThat(sayings()).hasSize(9).allMatch(saying -> saying.verdict() == OPEN);
        assertThat(saying(DEAD))
                .isEqualTo(new Saying(
                        DEAD,
                        OPEN,
                        "sse was not measured (dead)",
                        "java -jar push-lab.jar bench --strategies sse,websocket --experiment dead"));
        assertThat(saying(NOBODY).number()).isEqualTo("needs a shared log such as Redis, not measured");
    }

    @Test
    void invalidMeasurementsDecideNothing() {
        deaths(30, 20);
        rows.set(
                1,
                draft("dead", "websocket", Measure.NOTICE, 20)
                        .check(Reports.OVERLOADED)
                        .row());
        assertThat(saying(DEAD).verdict()).isEqualTo(OPEN);
        assertThat(saying(DEAD).number()).isEqualTo("what was measured of websocket is invalid (dead)");
    }

    @Test
    void aMissingMeasureDecidesNothing() {
        add("dead", "sse", Measure.IDLE_CPU, 1);
        add("dead", "websocket", Measure.NOTICE, 20);
        assertThat(saying(DEAD).verdict()).isEqualTo(OPEN);
        assertThat(saying(DEAD).number()).isEqualTo("all dead noticed of sse was not measured (dead)");
    }

    @Test
    void aSingleRepeatDecidesNothing() {
        rows.add(Reports.row("dead", Reports.ours("sse"))
                .with(Measure.NOTICE, 30)
                .row());
        rows.add(Reports.row("dead", Reports.ours("websocket"))
                .with(Measure.NOTICE, 1)
                .row());
        assertThat(saying(DEAD).verdict()).isEqualTo(OPEN);
        assertThat(saying(DEAD).number())
                .isEqualTo("all dead noticed of sse was measured once: without repeats there is no interval");
    }

    @Test
    void theShortestRoundTripCounts() {
        deaths(20, 30);
        var far = new Subject("sse", Reports.ours("sse").implementation(), 50);
        rows.add(0, Reports.row("dead", far).around(Measure.NOTICE, 90).row());
        assertThat(saying(DEAD).verdict()).isEqualTo(FALSE);
    }

    private List<Saying> sayings() {
        return Sayings.of(Reports.settings(), rows);
    }

    private Saying saying(String claim) {
        return sayings().stream()
                .filter(saying -> saying.claim().equals(claim))
                .findFirst()
                .orElseThrow();
    }

    private void cpu(String experiment, double polling, double longPolling, double sse, double stomp) {
        add(experiment, "polling", Measure.SERVER_CPU, polling);
        add(experiment, "long-polling", Measure.SERVER_CPU, longPolling);
        add(experiment, "sse", Measure.SERVER_CPU, sse);
        add(experiment, "stomp", Measure.SERVER_CPU, stomp);
    }

    private void latency(String experiment, double polling, double longPolling) {
        add(experiment, "polling", Measure.P50, polling);
        add(experiment, "long-polling", Measure.P50, longPolling);
    }

    private void streams(double cpu, double bytes, double memory, double cpuWs, double bytesWs, double memoryWs) {
        rows.add(stream("sse", cpu, bytes, memory));
        rows.add(stream("websocket", cpuWs, bytesWs, memoryWs));
    }

    private static Row stream(String strategy, double cpu, double bytes, double memory) {
        return draft(Row.LOAD, strategy, Measure.SERVER_CPU, cpu)
                .around(Measure.BYTES_DOWN, bytes)
                .around(Measure.BYTES_UP, 1)
                .around(Measure.MEMORY, memory)
                .row();
    }

    private void bytes(double polling, double longPolling, double sse, double websocket) {
        half("polling", polling);
        half("long-polling", longPolling);
        half("sse", sse);
        half("websocket", websocket);
    }

    /** Half of it in each direction. */
    private void half(String strategy, double bytes) {
        rows.add(draft(Row.LOAD, strategy, Measure.BYTES_DOWN, bytes / 2)
                .around(Measure.BYTES_UP, bytes / 2)
                .row());
    }

    private void memory(double longPolling, double sse, double websocket) {
        add(Row.LOAD, "long-polling", Measure.MEMORY, longPolling);
        add(Row.LOAD, "sse", Measure.MEMORY, sse);
        add(Row.LOAD, "websocket", Measure.MEMORY, websocket);
    }

    private void deaths(double sse, double websocket) {
        add("dead", "sse", Measure.NOTICE, sse);
        add("dead", "websocket", Measure.NOTICE, websocket);
    }

    private void add(String experiment, String strategy, Measure measure, double value) {
        add(experiment, Reports.ours(strategy), measure, value);
    }

    private void add(String experiment, Subject subject, Measure measure, double value) {
        rows.add(Reports.row(experiment, subject).around(measure, value).row());
    }

    private static Draft draft(String experiment, String strategy, Measure measure, double value) {
        return Reports.row(experiment, Reports.ours(strategy)).around(measure, value);
    }
}
