package dev.pushlab.bench.rig;

import dev.pushlab.bench.result.Measure;

/** Connects the clients in four steps, and sees what each connection adds to the server's memory. */
final class MemorySlope {

    private static final int STEPS = 4;
    private static final double KILOBYTE = 1_024;

    /** With fewer clients the server's own breathing is larger than what they add. */
    private static final int FEWEST_CLIENTS = 200;

    private final Trial trial;

    MemorySlope(Trial trial) {
        this.trial = trial;
    }

    void connect(Stage stage) throws InterruptedException {
        double[] clients = new double[STEPS];
        double[] memory = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            int count = trial.clients() * (step + 1) / STEPS;
            stage.fleet().grow(count);
            clients[step] = count;
            memory[step] = trial.clients() < FEWEST_CLIENTS
                    ? Double.NaN
                    : trial.server().settledMemory();
        }
        if (!trial.server().local()) {
            stage.findings().note("memory a connection is unknown: nobody asks a running server for collections");
        }
        stage.findings().measure(Measure.MEMORY, slope(clients, memory) / KILOBYTE);
        stage.findings().measure(Measure.CONNECT, stage.fleet().connectTime().toNanos() / 1e6);
    }

    /** Of the straight line with the least squares. */
    static double slope(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return products / squares;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
