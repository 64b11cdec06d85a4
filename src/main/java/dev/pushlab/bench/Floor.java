package dev.pushlab.bench;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts every run's CPU time beside what the bare socket write took in the same repeat. */
final class Floor {

    private final Map<Plan.Part, List<Run>> runs;
    private final Map<Integer, Double> floors = new HashMap<>();

    Floor(Map<Plan.Part, List<Run>> runs) {
        this.runs = runs;
        runs.forEach((part, itsRuns) -> {
            if (part.subject().implementation() == Implementation.BARE) {
                itsRuns.stream()
                        .filter(run -> run.valid() && run.measures().containsKey(Measure.SERVER_CPU))
                        .forEach(run -> floors.put(run.repeat(), run.measures().get(Measure.SERVER_CPU)));
            }
        });
    }

    List<Row> rows() {
        return runs.entrySet().stream()
                .map(entry -> entry.getKey()
                        .row(entry.getValue().stream().map(this::measured).toList()))
                .toList();
    }

    private Run measured(Run run) {
        Double floor = floors.get(run.repeat());
        Double cpu = run.measures().get(Measure.SERVER_CPU);
        return floor == null || cpu == null ? run : run.with(Measure.FLOOR_MULTIPLE, cpu / floor);
    }
}
