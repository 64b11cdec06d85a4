package dev.pushlab.strategy;

class SockJsXhrPollingContractTests extends StrategyContractTests {

    SockJsXhrPollingContractTests() {
        super("sockjs-xhr-polling");
    }

    @Override
    int crowd() {
        return 200;
    }
}
