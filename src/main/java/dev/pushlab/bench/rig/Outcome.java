package dev.pushlab.bench.rig;

import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.SelfCheck;
import java.util.List;
import java.util.Map;

/** What a trial has brought. */
public record Outcome(Ledger.Line ledger, Map<Measure, Double> measures, List<SelfCheck> checks, List<String> notes) {

    public Outcome {
        measures = Map.copyOf(measures);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /** As one of the runs of a report. */
    public Run toRun(int repeat, int turn) {
        return new Run(repeat, turn, ledger, measures, checks, notes);
    }
}
