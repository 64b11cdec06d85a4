package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.result.Saying.Verdict;
import java.util.List;
import java.util.function.Function;

/**
 * Something that is said, and the rule that holds it against measurements.
 *
 * @param experiments where it shows, the best first; empty if there is none yet
 * @param strategies of which measurements are needed
 */
record Claim(String text, List<String> experiments, List<String> strategies, Function<Evidence, Finding> rule) {

    private static final String BENCH = "java -jar push-lab.jar bench --strategies ";

    /** What a rule makes of the evidence. */
    record Finding(Verdict verdict, String number) {}

    Saying judge(Evidence evidence) {
        String experiment = experiment(evidence);
        Finding finding;
        try {
            finding = rule.apply(evidence.in(experiment));
        } catch (Unmeasured e) {
            finding = new Finding(Verdict.OPEN, e.getMessage());
        }
        return new Saying(text, finding.verdict(), finding.number(), command(experiment));
    }

    /** The first that all the strategies have been through; if there is none, the last, which costs least. */
    private String experiment(Evidence evidence) {
        return experiments.stream()
                .filter(experiment -> evidence.in(experiment).covers(strategies))
                .findFirst()
                .orElseGet(() -> experiments.isEmpty() ? Row.LOAD : experiments.get(experiments.size() - 1));
    }

    private String command(String experiment) {
        if (strategies.isEmpty()) {
            return "";
        }
        String command = BENCH + String.join(",", strategies);
        return experiment.equals(Row.LOAD) ? command : command + " --experiment " + experiment;
    }
}
