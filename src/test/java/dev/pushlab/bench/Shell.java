package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs the command line as the jar does, and keeps what it prints. */
final class Shell {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs a command and returns its exit code. */
    int run(String line) {
        return CommandLineTool.run(new PrintWriter(out), new PrintWriter(err), line.split(" "));
    }

    /** Runs a command that is no right use: it says why in one line, and does nothing else. */
    void assertRefused(String line, String why) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err().strip()).contains(why).hasLineCount(1);
        assertThat(out()).isEmpty();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** The lines of {@code check}'s table that have a verdict. */
    List<String> lines(String verdict) {
        return out().lines()
                .filter(line -> line.matches("\\S+ +\\S.*\\S {2,}" + verdict + " {2,}.*"))
                .toList();
    }
}
