package dev.pushlab.bench.crossover;

/**
 * A load under which a strategy's costs are measured or asked for.
 *
 * @param clients that follow the one topic
 * @param rate events a second; 0 if nothing happens
 * @param size bytes of an event's data
 * @param pollInterval seconds from one poll of a client to its next; means nothing to strategies that don't poll
 * @param heldOut kept from the fit, to check it
 */
public record Point(String strategy, int clients, double rate, int size, double pollInterval, boolean heldOut) {

    Point hold(boolean out) {
        return new Point(strategy, clients, rate, size, pollInterval, out);
    }

    /** Events a second over all clients. */
    double deliveries() {
        return clients * rate;
    }
}
