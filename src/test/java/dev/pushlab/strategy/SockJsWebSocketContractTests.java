package dev.pushlab.strategy;

class SockJsWebSocketContractTests extends StrategyContractTests {

    SockJsWebSocketContractTests() {
        super("sockjs-websocket");
    }

    @Override
    int crowd() {
        return 200;
    }
}
