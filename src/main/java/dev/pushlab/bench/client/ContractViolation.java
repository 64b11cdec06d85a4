package dev.pushlab.bench.client;

/** The server has sent what the wire contract, or the protocol below it, doesn't allow; ends the subscription. */
public final class ContractViolation extends RuntimeException {

    ContractViolation(String message) {
        super(message);
    }
}
