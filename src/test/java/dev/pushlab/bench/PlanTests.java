package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Ledger;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.rig.SteadyFeed;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PlanTests {

    @Test
    void theDefaultComparesTheCoreAndTheFloorWithinFifteenMinutes() {
        var plan = plan();
        assertThat(plan.parts())
                .extracting(Plan.Part::title)
                .containsExactly("polling", "long-polling", "sse", "stomp", "bare TCP socket");
        assertThat(plan.turns()).hasSize(5 * 5);
        assertThat(plan.estimate()).isLessThan(Duration.ofMinutes(15));
    }

    @Test
    void inAHurryItTakesFourMinutes() {
        assertThat(plan("--quick").estimate()).isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void inFullItHasEverything() {
        var titles = plan("--full").parts().stream().map(Plan.Part::title).toList();
        assertThat(titles)
                .contains(
                        "sockjs-xhr-polling",
                        "webhook",
                        "sse, rtt 50 ms",
                        "stomp (textbook)",
                        "storm, long-polling",
                        "slow, sse (textbook)")
                .doesNotContain("idle, bare TCP socket", "ndjson (textbook)", "sse (textbook), rtt 50 ms");
    }

    @Test
    void aScenarioGivesRateAndSize() {
        var chat = plan("--scenario", "chat");
        assertThat(chat.feed()).isEqualTo(new SteadyFeed(20, 120));
        assertThat(chat.settings().scenario()).isEqualTo("chat");
        var earthquakes = plan("--scenario", "earthquakes");
        assertThat(earthquakes.settings().size()).isBetween(150, 400);
        assertThat(earthquakes.settings().rate()).isBetween(5.0, 15.0);
    }

    @Test
    void aRunningServerIsMeasuredWithoutAFloor() {
        assertThat(plan("--url", "http://localhost:8080", "--full").parts())
                .extracting(part -> part.subject().implementation())
                .containsOnly(Implementation.PUSH_LAB);
    }

    @Test
    void theSeedAloneGivesTheOrder() {
        assertThat(order("7")).isEqualTo(order("7")).isNotEqualTo(order("8"));
        var firstRepeat = plan().turns().subList(0, 5);
        assertThat(firstRepeat).allMatch(turn -> turn.repeat() == 1);
        assertThat(new HashSet<>(firstRepeat)).hasSize(5);
    }

    @Test
    void everyRunIsAMultipleOfTheFloorInItsOwnRepeat() {
        var parts = plan("--strategies", "sse").parts();
        var runs = new LinkedHashMap<Plan.Part, List<Run>>();
        runs.put(parts.get(0), List.of(run(1, 10, true), run(2, 12, true), run(3, 12, true)));
        runs.put(parts.get(1), List.of(run(1, 5, true), run(2, 3, true), run(3, 4, false)));
        var sse = new Floor(runs).rows().get(0);
        assertThat(sse.subject()).isEqualTo(new Subject("sse", Implementation.PUSH_LAB, 0));
        assertThat(sse.experiment()).isEqualTo(Row.LOAD);
        assertThat(sse.values(Measure.FLOOR_MULTIPLE)).containsExactly(2, 4);
    }

    private static List<String> order(String seed) {
        return plan("--seed", seed).turns().stream()
                .map(turn -> turn.part().title())
                .toList();
    }

    private static Run run(int repeat, double cpu, boolean valid) {
        return new Run(
                repeat,
                1,
                Ledger.Line.NONE,
                Map.of(Measure.SERVER_CPU, cpu),
                List.of(new SelfCheck("check", valid, "")));
    }

    @Command
    private static final class Options {
        @Mixin
        private BenchOptions options;
    }

    private static Plan plan(String... arguments) {
        var command = new Options();
        var commandLine = new CommandLine(command).registerConverter(Duration.class, Durations::parse);
        commandLine.parseArgs(arguments);
        return command.options.plan(commandLine);
    }
}
