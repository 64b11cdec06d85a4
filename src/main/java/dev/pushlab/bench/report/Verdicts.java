package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Saying.Verdict;
import dev.pushlab.bench.result.Summary;
import java.util.Collection;

/** Verdicts by 95 % intervals: where they overlap, no difference is shown. */
final class Verdicts {

    private Verdicts() {}

    /** Whether the first is higher than the second. */
    static Verdict higher(Summary first, Summary second) {
        return higher(first, second, 1);
    }

    /** Whether the first is higher than so many times the second. */
    static Verdict higher(Summary first, Summary second, double times) {
        if (first.low() > times * second.high()) {
            return Verdict.TRUE;
        }
        return first.high() < times * second.low() ? Verdict.FALSE : Verdict.DEPENDS;
    }

    /** Whether it is higher than a limit. */
    static Verdict higher(Summary summary, double limit) {
        return higher(summary, new Summary(limit, limit, limit));
    }

    /** True or false only if all are. */
    static Verdict all(Collection<Verdict> verdicts) {
        var distinct = verdicts.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : Verdict.DEPENDS;
    }

    /** One counterexample is enough. */
    static Verdict every(Collection<Verdict> verdicts) {
        return verdicts.contains(Verdict.FALSE) ? Verdict.FALSE : all(verdicts);
    }

    static Verdict not(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> Verdict.FALSE;
            case FALSE -> Verdict.TRUE;
            case DEPENDS, OPEN -> verdict;
        };
    }
}
