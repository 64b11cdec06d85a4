package dev.pushlab.strategy;

class StompContractTests extends StrategyContractTests {

    StompContractTests() {
        super("stomp");
    }
}
