package dev.pushlab.bench.crossover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pushlab.bench.advice.Judgement;
import dev.pushlab.bench.advice.Question;
import dev.pushlab.bench.advice.Search;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The map and the recommendation can't say different things. */
class AgreementTests {

    private static final Crossover CROSSOVER = Crossover.of(CrossoverFiles.committedModel(), 256);

    @Test
    void theMapShowsWhoIsRecommended() {
        assertThat(CROSSOVER.cells()).isNotEmpty().allSatisfy(cell -> {
            var ranking = CROSSOVER
                    .model()
                    .recommender()
                    .rank(Question.of(cell.rate(), 256, cell.clients(), cell.staleness() * 1_000));
            assertThat(ranking.ranked())
                    .extracting(Judgement::strategy)
                    .isEqualTo(cell.offers().stream().map(Cell.Offer::strategy).toList());
            assertThat(ranking.alike()).isEqualTo(cell.tied());
            assertThat(ranking.ranked().get(0).serverCpuPercent().value() / 100)
                    .isCloseTo(cell.cost().cpuCores(), within(1e-9));
        });
    }

    @Test
    void theLinesShowWhereTheRecommendationTurns() {
        var line = CROSSOVER.lines().stream()
                .filter(known -> known.clients() == 10_000 && known.staleness() == 10)
                .findFirst()
                .orElseThrow();
        double turns = Search.changes(
                        rate -> CROSSOVER
                                        .model()
                                        .recommender()
                                        .rank(Question.of(rate, 256, 10_000, 10_000))
                                        .first()
                                        .orElseThrow()
                                        .strategy()
                                        .equals("polling")
                                ? "polling"
                                : "others",
                        0.01,
                        100)
                .findFirst()
                .orElseThrow();
        assertThat(line.flips()).hasSize(1);
        assertThat(line.flips().get(0).rate()).isCloseTo(turns, within(1e-9));
    }

    @Test
    void whoseFitIsTooFarOffIsNeitherOnTheMapNorRecommended() {
        var model = CROSSOVER.model();
        var ranking = model.recommender().rank(Question.of(10, 256, 1_000, 1_000));
        List<String> ranked = ranking.ranked().stream().map(Judgement::strategy).toList();
        assertThat(ranked).containsExactlyInAnyOrderElementsOf(model.decidable());
    }
}
