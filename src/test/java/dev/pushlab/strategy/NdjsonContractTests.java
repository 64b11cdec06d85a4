package dev.pushlab.strategy;

class NdjsonContractTests extends StrategyContractTests {

    NdjsonContractTests() {
        super("ndjson");
    }
}
