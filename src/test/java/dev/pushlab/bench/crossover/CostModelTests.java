package dev.pushlab.bench.crossover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whether the model finds what costs were made of, and knows when it hasn't. */
class CostModelTests {

    @Test
    void findsTheCoefficientsThatTheCostsWereMadeOf() {
        var model = Made.model();
        for (var known : Map.of("sse", Made.SSE, "long-polling", Made.LONG_POLLING, "polling", Made.POLLING)
                .entrySet()) {
            var found = fit(model, known.getKey(), Resource.CPU).coefficients();
            known.getValue()
                    .forEach((term, value) -> assertThat(found.get(term))
                            .as(known.getKey() + " " + term)
                            .isCloseTo(value, Percentage.withPercentage(0.01)));
        }
        assertThat(fit(model, "sse", Resource.CPU).heldOutErrors().worst()).isLessThan(1e-6);
    }

    @Test
    void everyResourceIsDetermined() {
        assertThat(Made.model().strategies())
                .flatMap(strategy -> strategy.fits().values())
                .hasSize(9)
                .allMatch(Fit::goodEnough)
                .allMatch(fit ->
                        fit.heldOutErrors().runs() == 2 && fit.heldOutErrors().worst() < 1e-6);
    }

    @Test
    void predictsALoadThatWasNeverMeasured() {
        var cost = Made.model().costs().cost("polling", 10_000, 1, 256, 10);
        // 1,000 polls a second, each of which brings something, and 10,000 deliveries
        assertThat(cost.cpuCores()).isCloseTo((2_000 + 1_000 * 40 + 10_000 * 2) / 1e6, within(1e-6));
        assertThat(cost.requestsPerSecond()).isCloseTo(1_000, within(1e-6));
        assertThat(cost.bytesPerSecond()).isCloseTo(1_000 * 470 + 10_000 * (80 + 256.0), within(1e-3));
    }

    @Test
    void aClientAsksAgainAtOnceAfterAFullAnswer() {
        assertThat(Made.model().costs().cost("polling", 1, 50, 256, 10).requestsPerSecond())
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void noiseRaisesTheErrorThatIsTold() {
        double little = heldOutError(Made.noisy(Made.cost(Made.SSE), 0.02, 3));
        double much = heldOutError(Made.noisy(Made.cost(Made.SSE), 0.2, 3));
        assertThat(little).isBetween(0.0005, 0.05);
        assertThat(much).isGreaterThan(4 * little);
    }

    @Test
    void aCostThatIsNoSumOfTermsIsNotGoodEnough() {
        var model = Made.model(Map.of("sse", Made::thrashing));
        var fit = fit(model, "sse", Resource.CPU);
        assertThat(fit.heldOutErrors().worst()).isGreaterThan(Fit.WORST);
        assertThat(fit.doubt()).endsWith("off in a run that it had not seen");
        assertThat(model.decidable()).containsExactly("polling", "long-polling");
        assertThat(model.costs().cost("sse", 100, 1, 256, 1).cpuCores()).isNull();
    }

    @Test
    void coefficientsAreNeverNegative() {
        ToDoubleFunction<Point> falling = point -> 1e6 / (1 + point.deliveries());
        assertThat(fit(Made.model(Map.of("sse", falling)), "sse", Resource.CPU)
                        .coefficients()
                        .values())
                .allMatch(value -> value >= 0);
    }

    @Test
    void fewRunsAreNotGoodEnough() {
        var few = Made.observations("sse", Made.cost(Made.SSE)).subList(2, 7);
        var fit = fit(CostModel.fit(Made.MACHINE, List.of(), few), "sse", Resource.CPU);
        assertThat(fit.doubt()).isEqualTo("too few runs: 3 to fit and 2 to check");
    }

    @Test
    void otherLoadsThanTheDesignsAreHeldOutBySize() {
        var observations = Made.observations("sse", Made.cost(Made.SSE)).stream()
                .map(observation -> {
                    var point = observation.point();
                    var other = new Point("sse", point.clients() + 1, point.rate(), point.size(), 0, false);
                    return new Observation(
                            other, Map.of(Resource.CPU, Made.cost(Made.SSE).applyAsDouble(other)));
                })
                .toList();
        var fit = fit(CostModel.fit(Made.MACHINE, List.of(), observations), "sse", Resource.CPU);
        assertThat(fit.runs())
                .filteredOn(run -> run.point().heldOut())
                .extracting(run -> run.point().deliveries())
                .containsExactlyInAnyOrder(5_010.0, 50_050.0);
        assertThat(fit.goodEnough()).isTrue();
    }

    @Test
    void isReadBackAsItWasWritten() {
        var model = Made.model();
        String json = JsonMapper.shared().writeValueAsString(model);
        assertThat(JsonMapper.shared().readValue(json, CostModel.class)).isEqualTo(model);
        assertThat(JsonMapper.shared()
                        .readTree(json)
                        .at("/strategies/2/fits/cpuMicrosPerSecond/coefficients/clients*rate")
                        .asDouble())
                .isCloseTo(6, within(1e-6));
    }

    @Test
    void knowsNoOtherStrategies() {
        assertThatThrownBy(() -> Made.model().costs().cost("stomp", 1, 1, 1, 1))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> CostModel.fit(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static double heldOutError(ToDoubleFunction<Point> cpu) {
        return fit(Made.model(Map.of("sse", cpu)), "sse", Resource.CPU)
                .heldOutErrors()
                .worst();
    }

    static Fit fit(CostModel model, String strategy, Resource resource) {
        return model.strategies().stream()
                .filter(known -> known.strategy().equals(strategy))
                .findFirst()
                .orElseThrow()
                .fit(resource);
    }
}
