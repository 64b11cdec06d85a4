package dev.pushlab.bench;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Says how far a bench has come: a bar on a terminal, otherwise a line a run. */
interface Progress extends AutoCloseable {

    /** A run is over. */
    void done(String run, String result);

    @Override
    default void close() {}

    /** Says what is ahead. */
    static void announce(int runs, Duration estimate, PrintWriter err) {
        err.printf("%d runs, about %d min%n", runs, Math.max(1, estimate.toMinutes()));
        err.flush();
    }

    /** Whichever fits where the standard error stream goes. */
    static Progress of(int runs, PrintWriter err) {
        return System.console() == null ? lines(runs, err) : bar(runs, err);
    }

    static Progress lines(int runs, PrintWriter err) {
        return new Progress() {
            private int count;

            @Override
            public void done(String run, String result) {
                count++;
                err.printf("[%d/%d] %s: %s%n", count, runs, run, result);
                err.flush();
            }
        };
    }

    private static Progress bar(int runs, PrintWriter err) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("bench")
                .setInitialMax(runs)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build();
        return new Progress() {

            @Override
            public void done(String run, String result) {
                bar.setExtraMessage(run + ": " + result);
                bar.step();
            }

            @Override
            public void close() {
                bar.close();
                err.flush();
            }
        };
    }
}
