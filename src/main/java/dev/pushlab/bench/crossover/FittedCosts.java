package dev.pushlab.bench.crossover;

import dev.pushlab.bench.advice.Cost;
import dev.pushlab.bench.advice.Costs;
import dev.pushlab.bench.advice.Errors;
import dev.pushlab.bench.advice.Scope;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** The fits of a model that are good enough, sorted out once: a search asks for thousands of costs. */
final class FittedCosts implements Costs {

    private static final double MICROS = 1e6;

    private final Map<String, Map<Resource, Fit>> fits = new HashMap<>();
    private final Map<String, Errors> errors = new HashMap<>();
    private final Scope scope;

    FittedCosts(CostModel model) {
        for (var strategy : model.strategies()) {
            var good = new EnumMap<Resource, Fit>(Resource.class);
            strategy.fits().forEach((resource, fit) -> {
                if (fit.goodEnough()) {
                    good.put(resource, fit);
                }
            });
            fits.put(strategy.strategy(), good);
            errors.put(
                    strategy.strategy(),
                    new Errors(error(good, Resource.CPU), error(good, Resource.BYTES), error(good, Resource.REQUESTS)));
        }
        var machine = model.machine();
        this.scope = new Scope(
                machine.cpu(), machine.cores(), machine.server(), model.mostClients(), model.mostDeliveries());
    }

    private static Double error(Map<Resource, Fit> good, Resource resource) {
        var fit = good.get(resource);
        return fit == null
                ? null
                : Double.valueOf(
                        Math.max(fit.heldOutErrors().worst(), fit.errors().mean()));
    }

    @Override
    public boolean knows(String strategy) {
        return fits.containsKey(strategy);
    }

    @Override
    public boolean polls(String strategy) {
        return Term.polls(strategy);
    }

    /** @throws NoSuchElementException if the model knows no such strategy */
    @Override
    public Cost cost(String strategy, int clients, double rate, int size, double pollInterval) {
        if (!knows(strategy)) {
            throw new NoSuchElementException("the model knows no '" + strategy + "'");
        }
        var good = fits.get(strategy);
        var point = new Point(strategy, clients, rate, size, pollInterval, false);
        Double micros = at(good, Resource.CPU, point);
        return new Cost(
                micros == null ? null : Double.valueOf(micros / MICROS),
                at(good, Resource.BYTES, point),
                at(good, Resource.REQUESTS, point));
    }

    private static Double at(Map<Resource, Fit> good, Resource resource, Point point) {
        var fit = good.get(resource);
        return fit == null ? null : Double.valueOf(fit.at(point));
    }

    @Override
    public Errors errors(String strategy) {
        return errors.get(strategy);
    }

    @Override
    public Scope scope() {
        return scope;
    }
}
