package dev.pushlab.bench.experiment;

import dev.pushlab.bench.rig.Experiment;
import dev.pushlab.bench.rig.LoadExperiment;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** The registry: every experiment there is. */
public final class Experiments {

    private static final List<Experiment> ALL = List.of(
            new LoadExperiment(), new Resume(), new Storm(), new Slow(), new Idle(), new Saturate(), new Dead());

    private Experiments() {}

    public static List<Experiment> all() {
        return ALL;
    }

    /**
     * Finds an experiment by its id.
     *
     * @throws NoSuchElementException with the ids that there are
     */
    public static Experiment named(String id) {
        return ALL.stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("'" + id + "' is no experiment. There are: "
                        + ALL.stream().map(Experiment::id).collect(Collectors.joining(", "))));
    }
}
