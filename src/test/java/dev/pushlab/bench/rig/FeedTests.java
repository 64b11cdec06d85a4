package dev.pushlab.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 256, 60_000})
    void aSteadyFeedHasTheSizeThatWasAskedFor(int size) {
        assertThat(new SteadyFeed(20, size).data(7, Stamp.of(System.nanoTime())))
                .hasSize(size);
    }

    @Test
    void aSteadyFeedDoesNotDrift() {
        var feed = new SteadyFeed(3, 100);
        assertThat(feed.dueAfter(0)).isZero();
        assertThat(feed.dueAfter(3_000_000))
                .isEqualTo(Duration.ofSeconds(1_000_000).toNanos());
    }

    @Test
    void theDueTimeTravelsInTheData() {
        long due = System.nanoTime() + 123_456_789;
        var json = Unpooled.copiedBuffer(
                "{\"id\":\"k3f9:42\",\"type\":\"bench\",\"dueAt\":1763612345123456,\"data\":[" + Stamp.of(due)
                        + ",\"data\"]}",
                StandardCharsets.UTF_8);
        assertThat(Stamp.read(json)).isCloseTo(due, within(1_000L));
    }

    @Test
    void anEventOfSomebodyElseHasNoDueTimeOfOurs() {
        var json = Unpooled.copiedBuffer(
                "{\"id\":\"k3f9:42\",\"type\":\"bench\",\"dueAt\":1763612345123456,\"data\":{\"data\":[]}}",
                StandardCharsets.UTF_8);
        assertThat(Stamp.read(json)).isEqualTo(-1);
    }

    @Test
    void aTraceKeepsItsDistancesAndBeginsAgain() throws IOException {
        var file = Files.writeString(
                folder.resolve("trace.ndjson"),
                "{\"at\":1000,\"data\":{\"n\":1}}\n\n{\"at\":1500,\"data\":\"two\"}\n{\"at\":3000,\"data\":3}\n");
        var feed = TraceFeed.read(file, 2);
        assertThat(feed.dueAfter(0)).isZero();
        assertThat(feed.dueAfter(1)).isEqualTo(Duration.ofMillis(250).toNanos());
        assertThat(feed.dueAfter(2)).isEqualTo(Duration.ofMillis(1_000).toNanos());
        assertThat(feed.dueAfter(3)).isEqualTo(Duration.ofMillis(1_500).toNanos());
        assertThat(feed.dueAfter(4)).isEqualTo(Duration.ofMillis(1_750).toNanos());
        assertThat(feed.data(4, 1_000_000_000_000_001L)).isEqualTo("[1000000000000001,\"two\"]");
        assertThat(feed.rate()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{\"at\":1}", "{\"data\":1}", "{\"at\":5,\"data\":1}\n{\"at\":4,\"data\":1}"})
    void aBadTraceIsRefused(String text) throws IOException {
        var file = Files.writeString(folder.resolve("bad.ndjson"), text);
        assertThatThrownBy(() -> TraceFeed.read(file, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.ndjson");
    }

    @Test
    void theEarthquakesCanBeReplayed() {
        var feed = TraceFeed.earthquakes(3_600);
        assertThat(feed.rate()).isBetween(5.0, 15.0);
        assertThat(feed.size()).isBetween(150, 400);
    }
}
