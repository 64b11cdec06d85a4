package dev.pushlab.bench.check;

/** Finds out about some promises of a strategy. */
interface Scenario {

    void play(Subject subject) throws InterruptedException;
}
