package dev.pushlab.bench;

import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.crossover.CostModel;
import dev.pushlab.bench.crossover.Crossover;
import dev.pushlab.bench.crossover.CrossoverFiles;
import dev.pushlab.bench.crossover.Design;
import dev.pushlab.bench.crossover.Format;
import dev.pushlab.bench.crossover.Point;
import dev.pushlab.bench.experiment.Experiments;
import dev.pushlab.bench.report.ReportFiles;
import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Settings;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.LoadExperiment;
import dev.pushlab.bench.rig.SteadyFeed;
import dev.pushlab.bench.server.NoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench crossover}: has the design's loads measured, or reads them, and says who is cheapest where. */
@Command(
        name = "crossover",
        description = {
            "Fits what each strategy costs from runs under eight loads, two of which only check the fit, and says which is"
                    + " the cheapest for an acceptable staleness, an update rate and a number of clients.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 if there is an answer, 1 if the fits are not good enough for one, 2 for wrong use.",
            "",
            "Examples:",
            "  java -jar push-lab.jar bench crossover --out crossover/",
            "  java -jar push-lab.jar bench crossover --strategies polling,websocket --size 1000",
            "  java -jar push-lab.jar bench crossover --from crossover/runs/01.json,crossover/runs/02.json"
        },
        sortOptions = false,
        usageHelpWidth = 100)
final class CrossoverCommand implements Callable<Integer> {

    private static final int SEED = 1;

    /** The same for all: otherwise a strategy would look dearer where few events have warmed its code. */
    private static final SteadyFeed HEAT = new SteadyFeed(50, 256);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--strategies",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "polling,long-polling,sse,websocket",
            description = "Which to weigh against each other. Default: ${DEFAULT-VALUE}.")
    private Set<String> strategies = new LinkedHashSet<>();

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "256",
            description = "An event's data in the answer, 21 to 60,000. Default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "What counts of each run. Default: ${DEFAULT-VALUE}.")
    private Duration duration;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "What does not, before it. Default: ${DEFAULT-VALUE}.")
    private Duration warmup;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            split = ",",
            description = "Reports to fit instead of measuring; a load each.")
    private List<Path> from = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Writes the answer there: crossover.html, .md, .json and .svg, cost-model.json, and every run.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "What is printed: table, markdown or json. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException, IOException {
        try {
            refuseWhatCannotBe();
            var reports = from.isEmpty()
                    ? measured()
                    : from.stream().map(ReportFiles::read).toList();
            var crossover = Crossover.of(CostModel.fit(reports), size);
            spec.commandLine().getOut().println(format.write(crossover));
            if (out != null) {
                CrossoverFiles.write(crossover, out);
            }
            return crossover.decided() ? 0 : 1;
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (NoServer e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    private void refuseWhatCannotBe() {
        strategies.forEach(Clients::named);
        Range.of("--size", size, SteadyFeed.SMALLEST, SteadyFeed.LARGEST);
        Range.of("--duration", duration, Duration.ofSeconds(1), Duration.ofHours(1));
        Range.of("--warmup", warmup, Duration.ZERO, Duration.ofHours(1));
    }

    private List<Report> measured() throws InterruptedException, IOException {
        var plans =
                Design.points(List.copyOf(strategies)).stream().map(this::plan).toList();
        var estimate = plans.stream().map(Plan::estimate).reduce(Duration.ZERO, Duration::plus);
        var err = spec.commandLine().getErr();
        Progress.announce(plans.size(), estimate, err);
        var reports = new ArrayList<Report>();
        try (var progress = Progress.of(plans.size(), err)) {
            for (var plan : plans) {
                var report = new Bench(plan).report("java -jar push-lab.jar bench crossover", false, progress);
                reports.add(report);
                keep(report, reports.size());
            }
        }
        return reports;
    }

    /** What was measured can be fitted again. */
    private void keep(Report report, int number) throws IOException {
        if (out != null) {
            var runs = Files.createDirectories(out.resolve("runs"));
            var file = runs.resolve("%02d.json".formatted(number));
            Files.writeString(file, dev.pushlab.bench.report.Format.JSON.write(report));
        }
    }

    private Plan plan(Point point) {
        boolean idle = point.rate() == 0;
        var experiment = idle ? Experiments.named("idle") : new LoadExperiment();
        var subject = new Subject(point.strategy(), Implementation.PUSH_LAB, 0);
        var settings = new Settings(
                List.of(point.strategy()),
                List.of(experiment.id()),
                false,
                point.clients(),
                point.rate(),
                point.size(),
                duration.toMillis(),
                warmup.toMillis(),
                1,
                point.pollInterval() == 0 ? 1_000 : Math.round(point.pollInterval() * 1_000),
                List.of(0L),
                null,
                null,
                null,
                SEED);
        var feed = new SteadyFeed(idle ? 1 : point.rate(), point.size());
        return new Plan(List.of(new Plan.Part(experiment, subject)), settings, feed, HEAT, null);
    }
}
