package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Numbers;
import dev.pushlab.bench.writing.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arranges a crossover for people: the answer, what it costs, and how far it can be trusted. */
final class Sections {

    private Sections() {}

    /** What is compared, and what is left out. */
    static Section premises(Crossover crossover) {
        var model = crossover.model();
        var sentences = new ArrayList<String>();
        if (crossover.decided()) {
            sentences.add("Cheapest by server CPU among " + String.join(", ", crossover.compared()) + "; events carry "
                    + Numbers.of(crossover.size()) + " bytes.");
            sentences.add("Who polls does so once in the time that an event may be late; all others deliver at once.");
            sentences.add("\"" + Labels.TIED.strip() + "\": others cost so nearly the same that the model can't tell,"
                    + " or less than a hundredth of a core more; \"all alike\": so do all.");
            sentences.add("\"needs\": more cores than this machine has.");
            sentences.add("Measured with up to " + Numbers.of(model.mostClients()) + " clients and "
                    + Numbers.of(Math.round(model.mostDeliveries()))
                    + " deliveries a second; what is marked * lies beyond and is extrapolated, so that costs must be"
                    + " twice as far apart there to be told apart.");
        } else {
            sentences.add("No answer: of fewer than two strategies the model is good enough to decide. What was"
                    + " measured stands below.");
        }
        var machine = model.machine();
        sentences.add("Costs are those of " + machine.server() + " on " + machine.cores() + " cores of " + machine.cpu()
                + ".");
        model.strategies().stream()
                .filter(strategy -> !strategy.fit(Resource.CPU).goodEnough())
                .forEach(strategy -> sentences.add("Not good enough to decide: " + strategy.strategy() + ", "
                        + strategy.fit(Resource.CPU).doubt() + "."));
        model.omitted().forEach(row -> sentences.add("Left out: " + row + "."));
        return new Section("Which strategy is cheapest", sentences);
    }

    /** The cheapest, a grid for each number of clients. */
    static List<Section> grids(Crossover crossover) {
        if (!crossover.decided()) {
            return List.of();
        }
        return Crossover.CLIENTS.stream()
                .map(clients -> new Section(
                        Numbers.of(clients) + " clients",
                        List.of(),
                        Stream.concat(
                                        Stream.of("events \\ late"),
                                        Crossover.STALENESS.stream().map(Words::time))
                                .toList(),
                        Crossover.RATES.stream()
                                .map(rate -> gridRow(crossover, clients, rate))
                                .toList()))
                .toList();
    }

    /** Every cell with its costs. */
    static List<Section> costs(Crossover crossover) {
        if (!crossover.decided()) {
            return List.of();
        }
        return List.of(new Section(
                "What it costs",
                List.of(),
                List.of(
                        "clients",
                        "events",
                        "late",
                        "cheapest",
                        "CPU",
                        "bytes",
                        "requests",
                        "second",
                        "its CPU",
                        "not told apart from"),
                crossover.cells().stream().map(Sections::costRow).toList()));
    }

    /** Where polling begins or ceases to be cheapest. */
    static List<Section> flips(Crossover crossover) {
        if (crossover.lines().isEmpty()) {
            return List.of();
        }
        return List.of(new Section(
                "Where polling and the best of the others change places",
                List.of("The cheapest as the rate grows; at the rate that is named, both cost the same."),
                Stream.concat(
                                Stream.of("late \\ clients"),
                                Crossover.CLIENTS.stream().map(Numbers::of))
                        .toList(),
                Crossover.STALENESS.stream()
                        .map(staleness -> flipRow(crossover, staleness))
                        .toList()));
    }

    /** Coefficients, errors, and every run. */
    static List<Section> trust(CostModel model) {
        return List.of(
                new Section(
                        "How far the model is off",
                        List.of("Of what was measured; the runs held out were not used for the fit. More than "
                                + Words.percent(Fit.WORST) + " off in one of them is not good enough."),
                        List.of(
                                "strategy",
                                "cost",
                                "runs",
                                "mean",
                                "worst",
                                "held out",
                                "mean",
                                "worst",
                                "good enough"),
                        fits(model, (strategy, resource, fit) -> Stream.of(errorRow(strategy, resource, fit)))),
                new Section(
                        "What it is made of",
                        List.of("A cost is the sum of the terms, each times its coefficient."),
                        List.of("strategy", "cost", "term", "that is", "coefficient"),
                        fits(
                                model,
                                (strategy, resource, fit) -> Term.of(strategy, resource).stream()
                                        .filter(term -> fit.coefficients().getOrDefault(term, 0.0) > 0)
                                        .map(term -> List.of(
                                                strategy,
                                                resource.title(),
                                                term.id(),
                                                term.title(),
                                                resource.shown(
                                                        fit.coefficients().get(term)))))),
                new Section(
                        "What was measured",
                        List.of(),
                        List.of(
                                "strategy",
                                "cost",
                                "clients",
                                "events",
                                "size",
                                "poll",
                                "measured",
                                "model",
                                "off",
                                ""),
                        fits(
                                model,
                                (strategy, resource, fit) -> fit.runs().stream().map(run -> runRow(resource, run)))));
    }

    private static List<String> gridRow(Crossover crossover, int clients, double rate) {
        return Stream.concat(
                        Stream.of(Words.rate(rate)),
                        Crossover.STALENESS.stream()
                                .map(staleness -> crossover.cell(clients, rate, staleness))
                                .map(cell -> Labels.winner(cell) + mark(cell)))
                .toList();
    }

    private static List<String> flipRow(Crossover crossover, double staleness) {
        return Stream.concat(
                        Stream.of(Words.time(staleness)),
                        crossover.lines().stream()
                                .filter(line -> line.staleness() == staleness)
                                .map(PollingLine::words))
                .toList();
    }

    private static List<String> costRow(Cell cell) {
        return List.of(
                Numbers.of(cell.clients()),
                Words.rate(cell.rate()),
                Words.time(cell.staleness()),
                Labels.winner(cell) + mark(cell),
                Labels.cores(cell),
                Words.bytes(cell.cost().bytesPerSecond()),
                Words.requests(cell.cost().requestsPerSecond()),
                Labels.second(cell),
                Labels.dearer(cell),
                Labels.alike(cell));
    }

    private static String mark(Cell cell) {
        return cell.extrapolated() ? " *" : "";
    }

    private static List<String> errorRow(String strategy, Resource resource, Fit fit) {
        return List.of(
                strategy,
                resource.title(),
                Integer.toString(fit.errors().runs()),
                Words.percent(fit.errors().mean()),
                Words.percent(fit.errors().worst()),
                Integer.toString(fit.heldOutErrors().runs()),
                Words.percent(fit.heldOutErrors().mean()),
                Words.percent(fit.heldOutErrors().worst()),
                fit.goodEnough() ? "yes" : "NO: " + fit.doubt());
    }

    private static List<String> runRow(Resource resource, Fit.Residual run) {
        var point = run.point();
        return List.of(
                point.strategy(),
                resource.title(),
                Numbers.of(point.clients()),
                Words.rate(point.rate()),
                Numbers.of(point.size()),
                Term.polls(point.strategy()) ? Words.time(point.pollInterval()) : "",
                resource.shown(run.measured()) + "/s",
                resource.shown(run.predicted()) + "/s",
                Words.percent(run.error()),
                point.heldOut() ? "held out" : "");
    }

    private static List<List<String>> fits(CostModel model, RowsOfFit rows) {
        return model.strategies().stream()
                .flatMap(strategy -> Stream.of(Resource.values())
                        .flatMap(resource -> rows.of(strategy.strategy(), resource, strategy.fit(resource))))
                .collect(Collectors.toList());
    }

    private interface RowsOfFit {

        Stream<List<String>> of(String strategy, Resource resource, Fit fit);
    }
}
