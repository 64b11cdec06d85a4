package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerRuntimeTests {

    @ParameterizedTest
    @CsvSource({
        "G1 Young Generation/G1 Concurrent GC/G1 Old Generation, G1",
        "Copy/MarkSweepCompact, Serial",
        "PS MarkSweep/PS Scavenge, Parallel",
        "ZGC Cycles/ZGC Pauses, ZGC",
        "ZGC Minor Cycles/ZGC Minor Pauses, ZGC",
        "Shenandoah Pauses/Shenandoah Cycles, Shenandoah",
        "Epsilon Heap, Epsilon"
    })
    void callsCollectorsByTheNamesThatPeopleUse(String beans, String collector) {
        assertThat(ServerRuntime.collector(Arrays.asList(beans.split("/")))).isEqualTo(collector);
    }

    @Test
    void makesTheContainersOwnWordsReadable() {
        assertThat(ServerRuntime.container("jetty/12.1.12")).isEqualTo("Jetty 12.1.12");
        assertThat(ServerRuntime.container("Apache Tomcat/11.0.1")).isEqualTo("Apache Tomcat 11.0.1");
    }

    @Test
    void readsWhatItRunsOn() {
        var runtime = ServerRuntime.of("jetty/12.1.12");
        assertThat(runtime.jvm()).contains(System.getProperty("java.version"));
        assertThat(runtime.virtualThreads()).isFalse();
        assertThat(runtime.processors()).isPositive();
    }
}
