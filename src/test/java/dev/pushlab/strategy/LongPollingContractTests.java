package dev.pushlab.strategy;

class LongPollingContractTests extends StrategyContractTests {

    LongPollingContractTests() {
        super("long-polling");
    }

    @Override
    boolean streams() {
        return false;
    }
}
