package dev.pushlab.strategy;

class SseContractTests extends StrategyContractTests {

    SseContractTests() {
        super("sse");
    }
}
