package dev.pushlab.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class TraceTests {

    private static Trace read(String text) {
        return Trace.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "my-trace.ndjson"));
    }

    @Test
    void theBuiltInTraceIsAWeekOfEarthquakes() {
        Trace trace = Trace.read(new ClassPathResource("traces/earthquakes.ndjson"));
        assertThat(trace.lines()).hasSize(1_707).allMatch(line -> line.type().equals("earthquake"));
        assertThat(trace.lapMs() / 3_600_000.0).isBetween(167.0, 168.0);
    }

    @Test
    void aTraceIsALineAnEvent() {
        Trace trace = read("{\"at\":0,\"type\":\"a\",\"data\":{\"x\": 1}}\n\n{\"at\":7,\"data\":null}\n");
        assertThat(trace.lines())
                .containsExactly(new Trace.Line(0, "a", "{\"x\":1}"), new Trace.Line(7, "message", "null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"data\":1}",
                "{\"at\":\"1\",\"data\":1}",
                "{\"at\":1.5,\"data\":1}",
                "{\"at\":5}",
                "{\"at\":5,\"type\":\"a b\",\"data\":1}",
                "{\"at\":3,\"data\":1}",
            })
    void aBadLineIsRefusedByItsNumber(String bad) {
        assertThatThrownBy(() -> read("{\"at\":1,\"data\":1}\n\n{\"at\":4,\"data\":1}\n" + bad + "\n"))
                .isInstanceOf(InvalidTraceException.class)
                .hasMessageContaining("my-trace.ndjson")
                .hasMessageContaining("line 4");
    }

    @Test
    void aTraceWithoutEventsIsRefused() {
        assertThatThrownBy(() -> read("\n")).hasMessageContaining("holds no event");
    }
}
