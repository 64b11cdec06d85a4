package dev.pushlab.bench.crossover;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured under one load.
 *
 * @param costs in the resources' units; what could not be measured is absent
 */
public record Observation(Point point, Map<Resource, Double> costs) {

    public Observation {
        costs = Collections.unmodifiableMap(new TreeMap<>(costs));
    }
}
