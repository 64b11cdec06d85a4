package dev.pushlab.bench.report;

import dev.pushlab.bench.report.Claim.Finding;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying.Verdict;
import java.util.List;

/** What is said of asking again and again. */
final class PollingClaims {

    private static final String POLLING = "polling";
    private static final String LONG = "long-polling";
    private static final List<String> BOTH = List.of(POLLING, LONG);
    private static final List<String> OTHERS = List.of(LONG, "sse", "stomp");
    private static final List<String> CORE = List.of(POLLING, LONG, "sse", "stomp");
    private static final String IDLE = "idle";
    private static final List<String> FREQUENT = List.of("frequent", Row.LOAD);

    /** To halve the latency is to help. */
    private static final double HELP = 2;

    static final List<Claim> ALL = List.of(
            new Claim("Polling loads the server most", List.of(Row.LOAD), CORE, PollingClaims::loadsMost),
            new Claim("Long polling hardly helps when events are frequent", FREQUENT, BOTH, PollingClaims::hardlyHelps),
            new Claim("Long polling can be worse than polling", FREQUENT, BOTH, PollingClaims::isWorse));

    private PollingClaims() {}

    /** Most is more than every other; where it was measured, with nothing to deliver as well. */
    private static Finding loadsMost(Evidence load) {
        var verdict = isHighest(load, Measure.SERVER_CPU);
        String number = load.figures(Measure.SERVER_CPU, CORE);
        var idle = load.in(IDLE);
        if (!idle.covers(CORE)) {
            return new Finding(verdict, number);
        }
        return new Finding(
                Verdicts.all(List.of(verdict, isHighest(idle, Measure.IDLE_CPU))),
                number + "; with no events " + idle.figures(Measure.IDLE_CPU, CORE));
    }

    private static Verdict isHighest(Evidence evidence, Measure measure) {
        var polling = evidence.of(POLLING, measure);
        return Verdicts.every(OTHERS.stream()
                .map(other -> Verdicts.higher(polling, evidence.of(other, measure)))
                .toList());
    }

    private static Finding hardlyHelps(Evidence evidence) {
        var halves = Verdicts.higher(evidence.of(POLLING, Measure.P50), evidence.of(LONG, Measure.P50), HELP);
        return new Finding(Verdicts.not(halves), evidence.figures(Measure.P50, BOTH) + "; to help is to halve it");
    }

    private static Finding isWorse(Evidence evidence) {
        return new Finding(
                Verdicts.higher(evidence.of(LONG, Measure.SERVER_CPU), evidence.of(POLLING, Measure.SERVER_CPU)),
                evidence.figures(Measure.SERVER_CPU, BOTH));
    }
}
