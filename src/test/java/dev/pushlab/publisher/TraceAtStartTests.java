package dev.pushlab.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushlab.PushLabApplication;
import dev.pushlab.log.EventLogs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class TraceAtStartTests {

    @TempDir
    Path folder;

    private ConfigurableApplicationContext start(String trace) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.ndjson"), trace);
        return new SpringApplicationBuilder(PushLabApplication.class)
                .run("--server.port=0", "--pushlab.workload.trace=" + file.toUri());
    }

    @Test
    void aTraceOfOnesOwnIsPlayedFromTheStart() throws Exception {
        try (var server =
                start("{\"at\":0,\"type\":\"mine\",\"data\":1}\n{\"at\":1000,\"type\":\"mine\",\"data\":2}\n")) {
            var log = server.getBean(EventLogs.class).topic(null);
            Awaitility.await().until(() -> log.head().offset() >= 2);
            assertThat(log.read(log.beginning(), 2).events())
                    .allMatch(event -> event.type().equals("mine"));
        }
    }

    @Test
    void aBadTracePreventsTheStartAndIsNamedWithoutAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> start("{\"at\":0,\"data\":1}\nbad\n")).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("The trace is refused", "mine.ndjson", "line 2", "Correct the file")
                .doesNotContain("\tat dev.pushlab");
    }
}
