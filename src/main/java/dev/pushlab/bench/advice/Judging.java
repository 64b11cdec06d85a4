package dev.pushlab.bench.advice;

/** Looks at one strategy after the other in the light of one question. */
final class Judging {

    private static final int HOUR = 3_600;
    private static final double MICROS = 1_000;
    private static final Cost UNKNOWN = new Cost(null, null, null);
    private static final Errors NONE = new Errors(null, null, null);

    private final Costs costs;
    private final int cores;
    private final Question question;
    private final Criterion criterion;

    /** @param cores of the machine that the costs are of */
    Judging(Costs costs, int cores, Question question, Criterion criterion) {
        this.costs = costs;
        this.cores = cores;
        this.question = question;
        this.criterion = criterion;
    }

    Judgement of(Contender contender) {
        var measured = question.measured().get(contender.strategy());
        var pace = contender.polls() ? Pace.of(question, measured) : null;
        boolean tooOften = pace != null && !pace.isBearable();
        boolean known = contender.errors() != null && !tooOften;
        var cost = known ? cost(contender.strategy(), pace) : UNKNOWN;
        var errors = known ? contender.errors() : NONE;
        var judgement = new Judgement(
                contender.strategy(),
                null,
                pace == null || tooOften ? latency(measured) : pace.p99(),
                bytes(measured, cost, errors),
                requests(measured, cost, errors),
                Figure.model(cost.cpuCores(), 100, errors.cpu()),
                measured == null ? null : measured.lost(),
                pace == null || tooOften ? null : pace.interval(),
                cost.cpuCores() == null || cost.cpuCores() <= cores);
        return judgement.because(reason(contender, judgement, tooOften));
    }

    private Cost cost(String strategy, Pace pace) {
        double interval = pace == null ? 0 : pace.interval() / 1_000;
        return costs.cost(strategy, question.audience(), question.rate(), question.size(), interval);
    }

    private Reason reason(Contender contender, Judgement judgement, boolean tooOften) {
        if (judgement.lost() != null && judgement.lost() > 0) {
            return Reason.LOST;
        }
        if (question.twoWay() && !contender.twoWay()) {
            return Reason.ONE_WAY;
        }
        if (tooOften) {
            return Reason.TOO_OFTEN;
        }
        var p99 = judgement.p99Micros();
        if (p99 != null && p99.value() > question.stalenessMs() * MICROS) {
            return Reason.TOO_LATE;
        }
        if (question.isWhatWasMeasured() && !question.measured().containsKey(contender.strategy())) {
            return Reason.NOT_MEASURED;
        }
        return criterion.of(judgement) == null ? Reason.UNKNOWN_COST : null;
    }

    private static Figure latency(Measured measured) {
        return measured == null || measured.p99Micros() == null ? null : Figure.measured(measured.p99Micros());
    }

    private Figure bytes(Measured measured, Cost cost, Errors errors) {
        var here = measured == null ? null : perHour(measured.bytesPerEvent());
        var model = Figure.model(cost.bytesPerSecond(), (double) HOUR / question.audience(), errors.bytes());
        return chosen(here, model);
    }

    private Figure requests(Measured measured, Cost cost, Errors errors) {
        var each = measured == null ? null : perHour(measured.requestsPerEvent());
        var here = each == null ? null : Figure.measured(each.value() * question.audience());
        return chosen(here, Figure.model(cost.requestsPerSecond(), HOUR, errors.requests()));
    }

    private Figure perHour(Double perEvent) {
        return perEvent == null ? null : Figure.measured(perEvent * question.rate() * HOUR);
    }

    /** The model is made for audiences, a measurement for the one who measured; either is better than nothing. */
    private Figure chosen(Figure here, Figure model) {
        boolean modelFirst = !question.isWhatWasMeasured();
        return modelFirst && model != null || here == null ? model : here;
    }
}
