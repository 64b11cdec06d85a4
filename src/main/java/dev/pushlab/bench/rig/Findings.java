package dev.pushlab.bench.rig;

import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.SelfCheck;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers what a trial finds out; what can't be known is left out. */
public final class Findings {

    private final Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    private final List<SelfCheck> checks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public void measure(Measure measure, double value) {
        if (Double.isFinite(value)) {
            measures.put(measure, value);
        }
    }

    public void check(String name, boolean passed, String seen, Object... arguments) {
        checks.add(new SelfCheck(name, passed, String.format(Locale.ROOT, seen, arguments)));
    }

    public void note(String note, Object... arguments) {
        notes.add(String.format(Locale.ROOT, note, arguments));
    }

    /** Beside the clients' ledger, all that is to be said. */
    Outcome with(Ledger.Line ledger) {
        return new Outcome(ledger, measures, checks, notes);
    }
}
