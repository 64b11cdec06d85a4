package dev.pushlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code bench} against real servers: one that runs, and those that it starts itself. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pushlab.workload.enabled=false")
class BenchTests {

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private final Shell bench = new Shell();

    @Test
    void measuresARunningServer() {
        String command =
                "bench --url http://127.0.0.1:" + port + " --strategies polling,sse,webhook --clients 8 --rate 50"
                        + " --duration 1s --warmup 0s --poll-interval 200ms --repeats 1 --format json --out " + folder;
        int code = bench.run(command);
        var report = JsonMapper.shared().readTree(bench.out());
        assertThat(report.path("rows").findValuesAsString("lost")).isNotEmpty().containsOnly("0");
        assertThat(report.path("rows").path(1).path("ledger").path("received").asLong())
                .isEqualTo(8 * 50);
        assertThat(report.path("command").asString()).isEqualTo("java -jar push-lab.jar " + command);
        // On a busy machine a run may find itself too slow; its ledger has to be clean all the same.
        assertThat(code).isEqualTo(report.path("valid").asBoolean() ? 0 : 1);
        assertThat(bench.err()).contains("[1/3] ", "[3/3] ");
        assertThat(folder).isDirectoryContaining("glob:**/report.{json,csv,md,html}");
    }

    @Test
    void aRoundTripMakesEventsLaterByHalfOfIt() {
        bench.run(
                "bench --url http://127.0.0.1:" + port
                        + " --strategies sse --rtt 0ms,80ms --clients 4 --rate 20 --duration 1s --warmup 0s --repeats 1 --format json");
        var rows = JsonMapper.shared().readTree(bench.out()).path("rows");
        assertThat(rows.findValuesAsString("rttMillis")).contains("0", "80");
        // Of each run, valid or not: on a busy machine all come later, but none of these earlier.
        assertThat(rows.path(1)
                        .path("runs")
                        .path(0)
                        .path("measures")
                        .path("latencyP50")
                        .asDouble())
                .isGreaterThanOrEqualTo(40);
    }

    @Test
    void startsAServerForEachRunAndStopsIt() {
        bench.run("bench --strategies sse --clients 4 --duration 1s --warmup 0s --repeats 1 --baselines --format json");
        var rows = JsonMapper.shared().readTree(bench.out()).path("rows");
        assertThat(rows.findValuesAsString("implementation")).containsExactly("push-lab", "textbook", "bare");
        rows.forEach(
                row -> assertThat(row.path("ledger").path("received").asLong()).isEqualTo(4 * 20));
        assertThat(ProcessHandle.current().children().filter(BenchTests::isServer))
                .isEmpty();
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("bench.server.Leash");
    }
}
