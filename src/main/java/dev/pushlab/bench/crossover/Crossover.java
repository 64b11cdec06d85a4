package dev.pushlab.bench.crossover;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Which strategy is cheapest by server CPU: acceptable staleness × rate × clients.
 *
 * @param size bytes of an event's data
 * @param compared the strategies that are; a strategy whose model is not good enough is not among them
 * @param cells none if fewer than two strategies can be compared
 * @param lines none if polling is not compared
 */
@JsonPropertyOrder({"version", "size", "compared", "cells", "lines", "model"})
public record Crossover(
        int version, int size, List<String> compared, List<Cell> cells, List<PollingLine> lines, CostModel model) {

    /** Acceptable staleness in seconds. */
    public static final List<Double> STALENESS = List.of(0.1, 1.0, 10.0, 60.0, 600.0);

    /** Events a second: one an hour, one a minute, one in ten seconds and more. */
    public static final List<Double> RATES = List.of(1 / 3600.0, 1 / 60.0, 0.1, 1.0, 10.0, 100.0);

    public static final List<Integer> CLIENTS = List.of(100, 1_000, 10_000, 100_000);

    private static final int VERSION = 1;

    public Crossover {
        compared = List.copyOf(compared);
        cells = List.copyOf(cells);
        lines = List.copyOf(lines);
    }

    /** @param size bytes of an event's data */
    public static Crossover of(CostModel model, int size) {
        var cells = new ArrayList<Cell>();
        var lines = new ArrayList<PollingLine>();
        var costs = model.costs();
        var recommender = model.recommender();
        if (model.decidable().size() > 1) {
            for (int clients : CLIENTS) {
                for (double rate : RATES) {
                    STALENESS.forEach(
                            staleness -> cells.add(Cell.of(recommender, costs, clients, rate, size, staleness)));
                }
            }
        }
        if (PollingLine.isThere(model)) {
            double lowest = RATES.get(0);
            double highest = RATES.get(RATES.size() - 1);
            for (int clients : CLIENTS) {
                STALENESS.forEach(
                        staleness -> lines.add(PollingLine.of(recommender, clients, size, staleness, lowest, highest)));
            }
        }
        return new Crossover(VERSION, size, model.decidable(), cells, lines, model);
    }

    /** Whether there is an answer at all. */
    public boolean decided() {
        return !cells.isEmpty();
    }

    Cell cell(int clients, double rate, double staleness) {
        return cells.stream()
                .filter(cell -> cell.clients() == clients && cell.rate() == rate && cell.staleness() == staleness)
                .findFirst()
                .orElseThrow();
    }
}
