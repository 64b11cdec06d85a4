package dev.pushlab.bench.advice;

/**
 * What costs were measured on, and how far.
 *
 * @param cores that the machine has
 * @param mostClients in any run
 * @param mostDeliveries events a second over all clients, in any run
 */
public record Scope(String cpu, int cores, String server, int mostClients, double mostDeliveries) {

    boolean covers(int clients, double rate) {
        return clients <= mostClients && clients * rate <= mostDeliveries;
    }
}
