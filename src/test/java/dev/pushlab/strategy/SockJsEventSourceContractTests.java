package dev.pushlab.strategy;

class SockJsEventSourceContractTests extends StrategyContractTests {

    SockJsEventSourceContractTests() {
        super("sockjs-eventsource");
    }

    @Override
    int crowd() {
        return 200;
    }
}
