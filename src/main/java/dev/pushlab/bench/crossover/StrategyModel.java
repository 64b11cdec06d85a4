package dev.pushlab.bench.crossover;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one strategy costs, resource by resource. */
public record StrategyModel(String strategy, Map<Resource, Fit> fits) {

    public StrategyModel {
        fits = Collections.unmodifiableMap(new TreeMap<>(fits));
    }

    static StrategyModel of(String strategy, List<Observation> observations) {
        var fits = new EnumMap<Resource, Fit>(Resource.class);
        Arrays.stream(Resource.values())
                .forEach(resource -> fits.put(resource, Fit.of(Term.of(strategy, resource), resource, observations)));
        return new StrategyModel(strategy, fits);
    }

    Fit fit(Resource resource) {
        return fits.get(resource);
    }
}
