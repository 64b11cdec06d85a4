package dev.pushlab.strategy;

class SockJsXhrStreamingContractTests extends StrategyContractTests {

    SockJsXhrStreamingContractTests() {
        super("sockjs-xhr-streaming");
    }

    @Override
    int crowd() {
        return 200;
    }
}
