package dev.pushlab.strategy;

class WebSocketContractTests extends StrategyContractTests {

    WebSocketContractTests() {
        super("websocket");
    }
}
