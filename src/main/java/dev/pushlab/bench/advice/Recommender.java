package dev.pushlab.bench.advice;

import java.util.Comparator;
import java.util.List;

/** Says which of some strategies to choose: leaves out those that won't do, and ranks the others by what they cost. */
public final class Recommender {

    /** Beyond what was measured, costs must be so many times the models' errors apart. */
    private static final int MARGIN_BEYOND = 2;

    private final Costs costs;
    private final Scope scope;
    private final List<Contender> contenders;

    public Recommender(Costs costs, List<Candidate> candidates) {
        this.costs = costs;
        this.scope = costs.scope();
        this.contenders = candidates.stream()
                .map(candidate -> Contender.of(candidate, costs))
                .toList();
    }

    public Ranking rank(Question question) {
        var criterion = question.isWhatWasMeasured() ? Criterion.BYTES : Criterion.CPU;
        var judging = new Judging(costs, scope.cores(), question, criterion);
        var judgements = contenders.stream().map(judging::of).toList();
        var ranked = judgements.stream()
                .filter(Judgement::ranked)
                .sorted(byCost(criterion))
                .toList();
        boolean beyond = !scope.covers(question.audience(), question.rate());
        var alike = ranked.stream()
                .filter(other -> criterion.alike(ranked.get(0), other, beyond ? MARGIN_BEYOND : 1))
                .map(Judgement::strategy)
                .toList();
        var excluded =
                judgements.stream().filter(judgement -> !judgement.ranked()).toList();
        return new Ranking(criterion, ranked, alike, excluded, beyond);
    }

    private static Comparator<Judgement> byCost(Criterion criterion) {
        return Comparator.<Judgement>comparingDouble(judgement -> amount(criterion.of(judgement)))
                .thenComparingDouble(judgement -> amount(judgement.bytesPerHourPerClient()))
                .thenComparingDouble(judgement -> amount(judgement.requestsPerHour()));
    }

    /** Whatever is not known comes last. */
    private static double amount(Figure figure) {
        return figure == null ? Double.POSITIVE_INFINITY : figure.value();
    }

    /** The ranking with everything that belongs to it: where it turns, and what it can't know. */
    public Advice advise(Question question) {
        var ranking = rank(question);
        return new Advice(
                question,
                ranking.rankedBy(),
                ranking.ranked(),
                ranking.alike(),
                ranking.excluded(),
                Flips.of(question, this::rank),
                scope,
                Caveat.of(question, ranking));
    }
}
