package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Links, delays, source addresses, names: what the clients are made of. */
class SmallPartsTests {

    @Test
    void theNextLinkIsFollowedFromWhereItStands() {
        assertThat(Paths.next("/api/polling?after=latest", "</api/polling?after=k3f9:57>; rel=\"next\""))
                .isEqualTo("/api/polling?after=k3f9:57");
        assertThat(Paths.next("/lab/api/polling?after=latest", "<polling?after=a1:1>; title=x; rel=next"))
                .isEqualTo("/lab/api/polling?after=a1:1");
        assertThat(Paths.next("/a", "<http://other/first>; rel=first, <http://host/b?c=d>; rel=next"))
                .isEqualTo("/b?c=d");
        assertThatThrownBy(() -> Paths.next("/a", "</b>; rel=prev")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> Paths.next("/a", null)).isInstanceOf(ContractViolation.class);
    }

    @Test
    void oneParameterIsReplacedAndTheOthersStay() {
        String path = Paths.with("/api/x?after=a1%3A1&limit=5&topic=t", "limit", "7");
        assertThat(path).startsWith("/api/x?").doesNotContain("limit=5");
        assertThat(Paths.parameter(path, "after")).isEqualTo("a1:1");
        assertThat(Paths.parameter(path, "topic")).isEqualTo("t");
        assertThat(Paths.parameter(path, "limit")).isEqualTo("7");
        assertThat(Paths.parameter(path, "wait")).isNull();
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(Answer.retryAfter("7", now)).isEqualTo(Duration.ofSeconds(7));
        assertThat(Answer.retryAfter("Thu, 01 Jan 2026 00:01:00 GMT", now)).isEqualTo(Duration.ofSeconds(60));
        assertThat(Answer.retryAfter("Wed, 31 Dec 2025 00:01:00 GMT", now)).isZero();
        assertThat(Answer.retryAfter("soon", now)).isNull();
        assertThat(Answer.retryAfter(null, now)).isNull();
    }

    @Test
    void theDelayDoublesIsCappedAndSpreadAndObeysTheServer() {
        var longest = new Backoff(() -> 0.999999);
        assertThat(IntStream.range(0, 9).mapToLong(i -> longest.next(null).toMillis()))
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
        longest.reset();
        assertThat(longest.next(null)).hasMillis(500);
        var shortest = new Backoff(() -> 0);
        assertThat(shortest.next(null)).hasMillis(250);
        assertThat(shortest.next(Duration.ofMillis(100))).hasMillis(500);
        assertThat(shortest.next(Duration.ofSeconds(90))).hasSeconds(90);
    }

    @Test
    void loopbackConnectionsComeFromManyAddresses() {
        var loopback = new InetSocketAddress("127.0.0.1", 80);
        long sources = IntStream.range(0, 10_000)
                .mapToObj(n -> String.valueOf(ClientRuntime.source(loopback, n)))
                .distinct()
                .count();
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        assertThat(sources).isEqualTo(linux ? 10 : 1);
        assertThat(ClientRuntime.source(new InetSocketAddress("192.0.2.1", 80), 5_000))
                .isNull();
    }

    @Test
    void pollingPhasesFillTheInterval() {
        var tenths = new int[10];
        IntStream.range(0, 1000).forEach(n -> tenths[(int) (10 * PollingClient.phase(n))]++);
        assertThat(IntStream.of(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(99, 101));
    }

    @Test
    void aCursorKnowsItsText() {
        var cursor = new Cursor("latest");
        assertThat(cursor).hasToString("latest");
        assertThat(cursor.is(Bytes.of("latest"))).isFalse();
        for (String position : new String[] {"a1:0", "a1:9", "a1:10", "k3f9:123456789"}) {
            cursor.moveTo(position.split(":")[0], Long.parseLong(position.split(":")[1]));
            assertThat(cursor).hasToString(position);
            assertThat(cursor.is(Bytes.of(position))).isTrue();
            for (String other : new String[] {"", ":", position + "0", "x" + position, "b" + position.substring(1)}) {
                assertThat(cursor.is(Bytes.of(other))).isFalse();
            }
        }
    }

    @Test
    void clientsAreFoundByName() {
        assertThat(Clients.all()).extracting(Client::id).doesNotHaveDuplicates().contains("sse", "sockjs-eventsource");
        assertThat(Clients.all())
                .allSatisfy(client -> assertThat(Clients.named(client.id())).isSameAs(client));
        assertThatThrownBy(() -> Clients.named("carrier-pigeon"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("sse");
    }

    @Test
    void aTargetKeepsAllThatItIsGiven() {
        var target = Target.of("http://h")
                .withRtt(Duration.ofMillis(1))
                .withReceiveBuffer(2)
                .withLimit(3)
                .withLongestWait(Duration.ofMillis(4))
                .withPollInterval(Duration.ofMillis(5))
                .withHeader("x", "6")
                .withTopic("t");
        assertThat(target)
                .isEqualTo(new Target(
                        URI.create("http://h"),
                        "t",
                        Map.of("x", "6"),
                        Duration.ofMillis(5),
                        Duration.ofMillis(4),
                        3,
                        2,
                        Duration.ofMillis(1)));
        assertThatThrownBy(() -> target.withRtt(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Target.of("localhost:8080")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Target.of("http://h/lab/").path("/api/sse")).isEqualTo("/lab/api/sse");
        assertThat(Target.of("http://h").port()).isEqualTo(80);
    }
}
