package dev.pushlab.strategy;

class PollingContractTests extends StrategyContractTests {

    PollingContractTests() {
        super("polling");
    }

    @Override
    boolean streams() {
        return false;
    }
}
