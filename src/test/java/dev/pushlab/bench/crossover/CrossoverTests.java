package dev.pushlab.bench.crossover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Who is cheapest where. */
class CrossoverTests {

    private static final Crossover CROSSOVER = Crossover.of(Made.model(), 256);

    @Test
    void everySituationHasACell() {
        assertThat(CROSSOVER.cells()).hasSize(4 * 6 * 5).doesNotHaveDuplicates();
        assertThat(CROSSOVER.cells()).allMatch(cell -> cell.offers().size() == 3);
    }

    @Test
    void whoNeedsEventsAtOnceAndRarelyDoesNotPoll() {
        var cell = CROSSOVER.cell(10_000, 1 / 60.0, 0.1);
        assertThat(cell.cheapest()).isEqualTo("sse");
        assertThat(cell.decided()).isTrue();
        // 10,000 clients poll ten times a second
        assertThat(cell.offers().get(2).strategy()).isEqualTo("polling");
        assertThat(cell.offers().get(2).cost().cpuCores()).isCloseTo(3, within(0.1));
    }

    @Test
    void whoHasTimeAndManyEventsPolls() {
        assertThat(CROSSOVER.cell(1_000, 100, 10).cheapest()).isEqualTo("polling");
        assertThat(CROSSOVER.cell(1_000, 100, 10).dearer()).isCloseTo(2.8, within(0.3));
    }

    @Test
    void oppositeCostsTurnTheWinner() {
        var turned = Crossover.of(
                Made.model(Map.of("sse", Made.cost(Made.LONG_POLLING), "long-polling", Made.cost(Made.SSE))), 256);
        assertThat(CROSSOVER.cell(1_000, 10, 0.1).cheapest()).isEqualTo("sse");
        assertThat(turned.cell(1_000, 10, 0.1).cheapest()).isEqualTo("long-polling");
    }

    @Test
    void costsThatCannotBeToldApartAreTied() {
        var twins = Crossover.of(Made.model(Map.of("ndjson", Made.cost(Made.SSE))), 256);
        assertThat(twins.cell(1_000, 10, 0.1).tied()).containsExactlyInAnyOrder("sse", "ndjson");
        assertThat(twins.cell(1_000, 10, 0.1).decided()).isFalse();
        // all within a hundredth of a core
        assertThat(twins.cell(100, 1 / 3600.0, 60).tied()).hasSize(4);
    }

    @Test
    void whatIsCloserThanTheModelsErrorIsTied() {
        ToDoubleFunction<Point> dearer = point -> Made.cost(Made.SSE).applyAsDouble(point) * 1.04;
        var exact = Crossover.of(Made.model(Map.of("ndjson", dearer)), 256);
        var noisy = Crossover.of(Made.model(Map.of("ndjson", Made.noisy(dearer, 0.2, 3))), 256);
        assertThat(exact.cell(100_000, 10, 0.1).tied()).containsExactly("sse");
        assertThat(noisy.cell(100_000, 10, 0.1).tied()).containsExactlyInAnyOrder("sse", "ndjson");
    }

    @Test
    void whatTheMachineHasNoCoresForIsMarked() {
        assertThat(CROSSOVER.cell(1_000, 1, 1).fits()).isTrue();
        assertThat(CROSSOVER.cell(100_000, 100, 0.1).fits()).isFalse();
    }

    @Test
    void whatWasNeverMeasuredIsMarked() {
        assertThat(CROSSOVER.cell(1_000, 10, 1).extrapolated()).isFalse();
        assertThat(CROSSOVER.cell(1_000, 100, 1).extrapolated()).isTrue();
        assertThat(CROSSOVER.cell(10_000, 0.1, 1).extrapolated()).isTrue();
    }

    @Test
    void nobodyIsChosenByAModelThatIsNotGoodEnough() {
        var two = Crossover.of(Made.model(Map.of("sse", point -> Math.pow(point.deliveries() + 1, 2))), 256);
        assertThat(two.compared()).containsExactly("polling", "long-polling");
        var none = Crossover.of(CostModel.fit(Made.MACHINE, List.of(), List.of()), 256);
        assertThat(none.decided()).isFalse();
        assertThat(none.lines()).isEmpty();
    }

    @Test
    void atAFlipBothCostTheSame() {
        var flips = CROSSOVER.lines().stream()
                .flatMap(line -> line.flips().stream().map(flip -> {
                    double polling = cores("polling", line, flip.rate());
                    return polling / cores("sse", line, flip.rate());
                }))
                .toList();
        assertThat(flips)
                .hasSizeGreaterThan(5)
                .allSatisfy(ratio -> assertThat(ratio).isCloseTo(1, within(1e-6)));
    }

    @Test
    void aFlipIsWhereTheAlgebraPutsIt() {
        var line = CROSSOVER.lines().stream()
                .filter(known -> known.clients() == 100_000 && known.staleness() == 10)
                .findFirst()
                .orElseThrow();
        // a client: 30 T⁻¹ + 10 min(rate, T⁻¹) + 2 rate against 1 + 6 rate, and 100 a published event for all of them
        assertThat(line.first()).isEqualTo("sse");
        assertThat(line.flips()).hasSize(1);
        assertThat(line.flips().get(0).rate()).isCloseTo((3 + 1 - 1) / (4 + 100 / 1e5), within(1e-3));
        assertThat(line.words()).isEqualTo("sse, from 0.75/s polling");
    }

    private double cores(String strategy, PollingLine line, double rate) {
        return CROSSOVER
                .model()
                .costs()
                .cost(strategy, line.clients(), rate, 256, line.staleness())
                .cpuCores();
    }
}
