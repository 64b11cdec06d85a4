package dev.pushlab.bench.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is recommended, and why not the others. */
class RecommenderTests {

    private static final List<Candidate> CANDIDATES = Stream.of("polling", "long-polling", "sse", "websocket", "stomp")
            .map(id -> new Candidate(id, id.equals("websocket") || id.equals("stomp")))
            .toList();

    private static final Measured CLEAN = new Measured(20_000.0, 0, 1_200, 200.0, 0.0, null);

    private final Recommender recommender = new Recommender(Prices.usual(), CANDIDATES);

    @Test
    void ranksByWhatTheServerPays() {
        // a second: 10 ms of CPU for polling once a second, 20 ms × 10 for websocket, and so on
        var ranking = recommender.rank(Question.of(2, 128, 100, 1_000));
        assertThat(strategies(ranking)).containsExactly("websocket", "sse", "polling", "long-polling");
        assertThat(ranking.rankedBy()).isEqualTo(Criterion.CPU);
        assertThat(ranking.ranked().get(1).serverCpuPercent().value()).isCloseTo(0.4, within(1e-9));
        assertThat(ranking.ranked().get(1).bytesPerHourPerClient().value()).isCloseTo(2 * 228 * 3_600, within(1e-6));
        assertThat(ranking.ranked().get(3).requestsPerHour().value()).isCloseTo(200 * 3_600, within(1e-6));
        assertThat(ranking.ranked().get(3).requestsPerHour().source()).isEqualTo(Source.MODEL);
    }

    @Test
    void whoseCostIsUnknownIsNotRanked() {
        assertThat(reason(Question.of(2, 128, 100, 1_000), "stomp")).isEqualTo(Reason.UNKNOWN_COST);
    }

    @Test
    void oppositeMeasurementsTurnTheRanking() {
        var late = new Measured(1_500_000.0, 0, 1_200, 200.0, 0.0, null);
        assertThat(first(measured(1_000, Map.of("sse", CLEAN, "websocket", late))))
                .isEqualTo("sse");
        assertThat(first(measured(1_000, Map.of("sse", late, "websocket", CLEAN))))
                .isEqualTo("websocket");
    }

    @Test
    void oppositeBytesTurnTheRankingForTheClientThatMeasuredThem() {
        var little = new Measured(20_000.0, 0, 1_200, 150.0, 0.0, null);
        var much = new Measured(20_000.0, 0, 1_200, 450.0, 0.0, null);
        assertThat(first(measured(1, Map.of("sse", little, "websocket", much)))).isEqualTo("sse");
        assertThat(first(measured(1, Map.of("sse", much, "websocket", little)))).isEqualTo("websocket");
        assertThat(recommender
                        .rank(measured(1, Map.of("sse", little)))
                        .ranked()
                        .get(0)
                        .bytesPerHourPerClient())
                .isEqualTo(new Figure(150.0 * 2 * 3_600, Source.MEASURED, null));
    }

    @Test
    void whoWasNotMeasuredIsNotRankedForTheClientThatDid() {
        assertThat(reason(measured(1, Map.of("sse", CLEAN)), "websocket")).isEqualTo(Reason.NOT_MEASURED);
        assertThat(reason(measured(2, Map.of("sse", CLEAN)), "websocket")).isNull();
        assertThat(reason(Question.of(2, 128, 1, 1_000), "websocket")).isNull();
    }

    @Test
    void fewerBytesDecideBetweenEqualCosts() {
        var equal = new Recommender(
                Prices.usual().stream("sse", 50),
                List.of(new Candidate("polling", false), new Candidate("sse", false)));
        // 100 µs of CPU a second and client each: two deliveries, or one poll, which carries one envelope less
        assertThat(strategies(equal.rank(Question.of(2, 2, 100, 1_000)))).containsExactly("sse", "polling");
        assertThat(strategies(equal.rank(Question.of(2, 2, 100, 1_001)))).containsExactly("polling", "sse");
    }

    @Test
    void aLargerAudienceIsPricedByTheModel() {
        var ranking = recommender.rank(measured(1_000, Map.of("sse", CLEAN)));
        var sse = ranking.ranked().stream()
                .filter(judgement -> judgement.strategy().equals("sse"))
                .findFirst()
                .orElseThrow();
        assertThat(sse.bytesPerHourPerClient().source()).isEqualTo(Source.MODEL);
        assertThat(sse.p99Micros()).isEqualTo(new Figure(20_000, Source.MEASURED, null));
    }

    @Test
    void whatTheModelDoesNotKnowIsTakenFromTheMeasurement() {
        var stomp = judgement(measured(1_000, Map.of("stomp", CLEAN)), "stomp");
        assertThat(stomp.bytesPerHourPerClient()).isEqualTo(new Figure(200.0 * 2 * 3_600, Source.MEASURED, null));
        assertThat(stomp.reason()).isEqualTo(Reason.UNKNOWN_COST);
    }

    @Test
    void whoLosesEventsIsOut() {
        var lossy = new Measured(20_000.0, 1, 1_199, 200.0, 0.0, null);
        var question = measured(1_000, Map.of("websocket", lossy, "sse", CLEAN));
        assertThat(reason(question, "websocket")).isEqualTo(Reason.LOST);
        assertThat(first(question)).isEqualTo("sse");
    }

    @Test
    void whoCannotSendIsOutWhereClientsSend() {
        var question = Question.of(10, 128, 100, 1_000).turnTwoWay();
        assertThat(strategies(recommender.rank(question))).containsExactly("websocket");
        assertThat(reason(question, "sse")).isEqualTo(Reason.ONE_WAY);
    }

    @Test
    void nobodyPollsWhoCannotWait() {
        assertThat(reason(Question.of(10, 128, 100, 100), "polling")).isNull();
        assertThat(reason(Question.of(10, 128, 100, 99), "polling")).isEqualTo(Reason.TOO_OFTEN);
    }

    @Test
    void pollsAreAsSeldomAsTheStalenessAllows() {
        // 1,030 ms at an interval of 1,000: a p99 of 990 ms, and 40 ms on top
        var seen = new Measured(1_030_000.0, 0, 1_200, 200.0, 0.05, 1_000.0);
        var polling = judgement(measured(100, 5_000, Map.of("polling", seen)), "polling");
        assertThat(polling.pollIntervalMs()).isCloseTo(4_960, within(1e-6));
        assertThat(polling.p99Micros().value()).isLessThanOrEqualTo(5_000_000);
        assertThat(polling.p99Micros().source()).isEqualTo(Source.INTERVAL);
        assertThat(polling.requestsPerHour().value()).isCloseTo(100 / 4.96 * 3_600, within(1e-6));
        assertThat(reason(measured(100, 130, Map.of("polling", seen)), "polling"))
                .as("40 ms on top leave 90 ms")
                .isEqualTo(Reason.TOO_OFTEN);
    }

    @Test
    void whoSeesItselfTooLateIsOutWhateverItsInterval() {
        var unpaced = new Measured(1_030_000.0, 0, 1_200, 200.0, 0.05, null);
        assertThat(reason(measured(100, 1_000, Map.of("polling", unpaced)), "polling"))
                .isEqualTo(Reason.TOO_LATE);
        var paced = new Measured(1_030_000.0, 0, 1_200, 200.0, 0.05, 1_000.0);
        assertThat(reason(measured(1, 1_000, Map.of("polling", paced)), "polling"))
                .isEqualTo(Reason.TOO_LATE);
        assertThat(reason(measured(100, 1_000, Map.of("polling", paced)), "polling"))
                .isNull();
    }

    @Test
    void whatCannotBeToldApartIsAlike() {
        var twins = new Recommender(
                Prices.usual().stream("sse", 11),
                List.of(new Candidate("sse", false), new Candidate("websocket", true)));
        assertThat(twins.rank(Question.of(20, 128, 1_000, 1_000)).alike()).containsExactly("websocket", "sse");
        var apart = new Recommender(
                Prices.usual().stream("sse", 12),
                List.of(new Candidate("sse", false), new Candidate("websocket", true)));
        assertThat(apart.rank(Question.of(20, 128, 1_000, 1_000)).alike()).containsExactly("websocket");
        assertThat(apart.rank(Question.of(20, 128, 100_000, 1_000)).alike())
                .as("beyond what was measured")
                .containsExactly("websocket", "sse");
    }

    @Test
    void saysWhoseMachineIsTooSmall() {
        assertThat(judgement(Question.of(10, 128, 1_000, 1_000), "sse").fits()).isTrue();
        assertThat(judgement(Question.of(200, 128, 1_000, 1_000), "sse").fits()).isFalse();
    }

    @Test
    void flipsAreWhereTheAlgebraPutsThem() {
        // websocket pays 10 µs a delivery, polling 100 µs every staleness
        var advice = recommender.advise(Question.of(2, 128, 100, 1_000));
        var staleness = line(advice, Axis.STALENESS);
        assertThat(staleness.above().strategy()).isEqualTo("polling");
        assertThat(staleness.above().at()).isCloseTo(5_000, within(1e-3));
        assertThat(staleness.below()).isNull();
        var rate = line(advice, Axis.RATE);
        assertThat(rate.above().strategy()).isEqualTo("polling");
        assertThat(rate.above().at()).isCloseTo(10, within(1e-6));
        assertThat(rate.above().extrapolated()).isFalse();
        assertThat(rate.below()).isNull();
        assertThat(line(advice, Axis.AUDIENCE))
                .as("both grow alike")
                .isEqualTo(new Flips.Line(Axis.AUDIENCE, 1, 1_000_000, null, null));
        assertThat(advice.flips().twoWayTurned()).isEqualTo("websocket");
    }

    @Test
    void aMeasuredLatencyIsAFlip() {
        var slow = new Measured(800_000.0, 0, 1_200, 200.0, 0.0, null);
        var advice = recommender.advise(measured(1_000, Map.of("websocket", slow, "sse", CLEAN)));
        var below = line(advice, Axis.STALENESS).below();
        assertThat(below.strategy()).isEqualTo("sse");
        assertThat(below.at()).isCloseTo(800, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Axis.class)
    void flipsAreWhatTryingEverythingFinds(Axis axis) {
        for (double staleness : List.of(120.0, 1_000.0, 20_000.0)) {
            for (double rate : List.of(0.01, 3.0, 700.0)) {
                var question =
                        measured(500, staleness, Map.of("websocket", new Measured(90_000.0, 0, 500, 9.0, 0.0, null)));
                question = Axis.RATE.turn(question, rate);
                var line = line(recommender.advise(question), axis);
                assertThat(at(line.above()))
                        .as("above " + question)
                        .isEqualTo(tried(axis, question, 1.001), within(0.002));
                assertThat(at(line.below()))
                        .as("below " + question)
                        .isEqualTo(tried(axis, question, 1 / 1.001), within(0.002));
            }
        }
    }

    /** The logarithm, so that all are held to the same share. */
    private static double at(Flips.Flip flip) {
        return flip == null ? Double.NaN : Math.log(flip.at());
    }

    private double tried(Axis axis, Question question, double factor) {
        String winner = first(question);
        double least = axis == Axis.AUDIENCE ? 2 : axis.min();
        for (double value = axis.of(question); value >= least && value <= axis.max(); value *= factor) {
            if (!winner.equals(first(axis.turn(question, value)))) {
                return Math.log(value);
            }
        }
        return Double.NaN;
    }

    @Test
    void saysWhatItCannotKnow() {
        assertThat(recommender.advise(Question.of(2, 128, 100, 1_000)).caveats())
                .contains(Caveat.NOTHING_MEASURED, Caveat.HARDWARE, Caveat.BATTERY)
                .doesNotContain(Caveat.EXTRAPOLATED, Caveat.ONE_CLIENT);
        var few = new Measured(20_000.0, 0, 99, 200.0, 0.0, null);
        assertThat(recommender.advise(measured(100_000, Map.of("sse", few))).caveats())
                .contains(Caveat.FEW_EVENTS, Caveat.EXTRAPOLATED, Caveat.ONE_CLIENT, Caveat.LATENCY_UNKNOWN)
                .doesNotContain(Caveat.NOTHING_MEASURED);
    }

    @Test
    void nobodyMayBeLeft() {
        var slow = new Measured(60_000.0, 0, 500, 9.0, 0.0, null);
        var advice =
                recommender.advise(measured(100, 50, Map.of("sse", slow, "websocket", slow, "long-polling", slow)));
        assertThat(advice.ranked()).isEmpty();
        assertThat(advice.alike()).isEmpty();
        assertThat(line(advice, Axis.STALENESS).above().strategy()).isEqualTo("websocket");
    }

    private static Question measured(int audience, Map<String, Measured> measured) {
        return measured(audience, 1_000, measured);
    }

    private static Question measured(int audience, double stalenessMs, Map<String, Measured> measured) {
        return new Question(2, 128, audience, stalenessMs, false, measured);
    }

    private String first(Question question) {
        return recommender.rank(question).winner();
    }

    private Reason reason(Question question, String strategy) {
        return judgement(question, strategy).reason();
    }

    private Judgement judgement(Question question, String strategy) {
        var ranking = recommender.rank(question);
        return Stream.concat(ranking.ranked().stream(), ranking.excluded().stream())
                .filter(judgement -> judgement.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> strategies(Ranking ranking) {
        return ranking.ranked().stream().map(Judgement::strategy).toList();
    }

    private static Flips.Line line(Advice advice, Axis axis) {
        return advice.flips().lines().stream()
                .filter(line -> line.along() == axis)
                .findFirst()
                .orElseThrow();
    }
}
