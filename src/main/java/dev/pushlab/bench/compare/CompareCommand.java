package dev.pushlab.bench.compare;

import dev.pushlab.bench.report.ReportFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench compare}: reads two reports and says what differs. */
@Command(
        name = "compare",
        description = {
            "Compares two reports, measure by measure: how B differs from A, and whether that is more than chance.",
            ""
        },
        footer = {
            "",
            "Exit code: 0, whatever the findings; 2 for wrong use or a file that is no report.",
            "",
            "Examples:",
            "  java -jar push-lab.jar bench compare before/report.json after/report.json",
            "  java -jar push-lab.jar bench compare before/report.json after/report.json --format markdown"
        },
        sortOptions = false,
        usageHelpWidth = 100)
public final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A.json", description = "The report to compare with.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B.json", description = "The report that is compared.")
    private Path b;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the resampling: the same seed gives the same intervals. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    @Override
    public Integer call() {
        try {
            var comparison = Comparison.of(ReportFiles.read(a), ReportFiles.read(b), seed);
            spec.commandLine().getOut().println(format.write(comparison));
            return 0;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }
}
