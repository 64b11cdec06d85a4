package dev.pushlab.strategy.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, pauses, answers: what webhooks are made of. */
class WebhookPartsTests {

    private static AllowList allowing(String... hosts) {
        return new AllowList(new WebhookProperties(
                List.of(hosts), 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.255.0.1, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "10.1.2.0/23, 10.1.3.255, true",
        "10.1.2.0/23, 10.1.4.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
    })
    void aRangeContainsWhatBeginsAsItDoes(String range, String address, boolean contained) throws Exception {
        assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "1:2/8", "::/129"})
    void whatIsNoRangeIsRefusedAtTheStart(String entry) {
        assertThatThrownBy(() -> allowing(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:4700::1111"})
    void hostsOfTheInternetArePublic(String address) throws Exception {
        assertThat(AddressRange.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.31.0.1",
                "192.168.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "fd00::1",
                "fe80::1",
                "ff02::1",
            })
    void otherAddressesAreNot(String address) throws Exception {
        assertThat(AddressRange.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aListedNameMayBePublicOrListedButALiteralMustBeListed() throws Exception {
        AllowList list = allowing("hooks.example", "10.0.0.0/8");
        InetAddress inner = InetAddress.getByName("10.0.0.1");
        InetAddress other = InetAddress.getByName("192.168.0.1");
        InetAddress outer = InetAddress.getByName("93.184.216.34");
        assertThat(list.allowed("hooks.example", List.of(inner, other, outer))).containsExactly(inner, outer);
        assertThat(list.allowed("10.0.0.1", List.of(inner))).containsExactly(inner);
        assertThatThrownBy(() -> list.allowed("93.184.216.34", List.of(outer)))
                .isInstanceOf(AddressRefusedException.class);
        assertThat(list.check("https://HOOKS.example/a b".replace(" ", "%20"))).hasPath("/a b");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1000",
        "1, 0.5, 1500",
        "2, 0.5, 2500",
        "5, 0.5, 16500",
        "6, 0.5, 30500",
        "99, 0.5, 30500",
        "9999, 0, 1000",
    })
    void aPauseIsSpreadEvenlyUpToABoundThatDoubles(int failures, double random, long expectedMs) {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(backoff.delay(failures, random, null)).hasMillis(expectedMs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "7 | 7",
                "0 | 0",
                "3601 | 3600",
                "99999999999999999999 | 3600",
                "Thu, 01 Jan 2026 00:01:00 GMT | 60",
                "Thursday, 01-Jan-26 00:01:00 GMT | 60",
                "Thu Jan  1 00:01:00 2026 | 60",
                "Thu, 01 Jan 2026 09:00:00 GMT | 3600",
                "Wed, 31 Dec 2025 00:01:00 GMT | 0",
                "soon | null",
                "-1 | null",
                "1.5 | null",
                "null | null",
            })
    void retryAfterIsSecondsOrADate(String field, Long expectedSeconds) {
        Duration patience = new Answer(503, field, null).patience(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(patience).isEqualTo(expectedSeconds == null ? null : Duration.ofSeconds(expectedSeconds));
    }
}
