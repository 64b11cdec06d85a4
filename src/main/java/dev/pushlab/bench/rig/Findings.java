package dev.pushlab.bench.rig;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.SelfCheck;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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
        checks.add(new SelfCheck(name, passed, seen.formatted(arguments)));
    }

    public void note(String note, Object... arguments) {
        notes.add(note.formatted(arguments));
    }

    public Map<Measure, Double> measures() {
        return measures;
    }

    public List<SelfCheck> checks() {
        return checks;
    }

    public List<String> notes() {
        return notes;
    }
}
