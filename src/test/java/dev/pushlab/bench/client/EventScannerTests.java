package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushlab.log.Event;
import dev.pushlab.log.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The position and the due time are found in any legal event, and in nothing else. */
class EventScannerTests {

    private final EventScanner scanner = new EventScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "\"\"",
                "{\"id\":\"zz:9\",\"dueAt\":7}",
                "\"{\\\"id\\\":\\\"zz:9\\\",\\\"type\\\":\\\"x\\\",\\\"dueAt\\\":7,\\\"data\\\":1}\"",
                "[\"}\",\"\\\\\",\"ü€😀\"]"
            })
    void whateverTheDataSays(String data) {
        String json = new Event(new Position("k3f9", 42), "earth-quake_1.0", 1763612345123456L, data).json();
        assertThat(scan(json)).isTrue();
        assertThat(found()).isEqualTo("k3f9:42@1763612345123456");
    }

    @Test
    void theEpochStaysTheSameObjectUntilItChanges() {
        scan(event("k3f9:1"));
        String epoch = scanner.epoch();
        scan(event("k3f9:2"));
        assertThat(scanner.epoch()).isSameAs(epoch);
        scan(event("k3f8:2"));
        assertThat(scanner.epoch()).isEqualTo("k3f8");
        scan(event("k3:2"));
        assertThat(scanner.epoch()).isEqualTo("k3");
    }

    @Test
    void theLargestPositionIsRead() {
        assertThat(scan(event("abcdefghijklmnop:999999999999999999"))).isTrue();
        assertThat(found()).isEqualTo("abcdefghijklmnop:999999999999999999@5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"control\":\"ready\",\"next\":\"a1:0\"}",
                "{ \"id\":\"a1:7\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"A1:7\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:07\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\":7\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:7x\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:1234567890123456789\",\"type\":\"x\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:7\",\"type\":\"\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:7\",\"type\":\"x\\\"\",\"dueAt\":5,\"data\":1}",
                "{\"id\":\"a1:7\",\"type\":\"x\",\"dueAt\":-5,\"data\":1}",
                "{\"id\":\"a1:7\",\"type\":\"x\",\"dueAt\":5.5,\"data\":1}",
                "{\"id\":\"a1:7\",\"type\":\"x\",\"dueAt\":5,\"date\":1}",
                "{\"id\":\"a1:7\",\"type\":\"x\",\"dueAt\":5,\"data\":1",
                "{\"id\":\"a1:7\",\"type\":\"x\",\"dueAt\":5",
                "{\"id\":\"a1:7",
                "{\"id\":\"",
                ""
            })
    void anyOtherFormIsLeftToTheSlowPath(String json) {
        assertThat(scan(json)).isFalse();
    }

    @Test
    void anEventCutBeforeItsDataIsNone() {
        String json = event("a1:7");
        for (int length = 0; length < json.indexOf("data"); length++) {
            assertThat(scan(json.substring(0, length)))
                    .as(json.substring(0, length))
                    .isFalse();
        }
    }

    @Test
    void theSlowPathReadsFieldsInAnyOrderAndSpacing() {
        read(" { \"data\" : {\"id\":\"zz:9\"} , \"dueAt\":5,\n\"ty\\u0070e\":\"x\", \"\\u0069d\" : \"a1\\u003a7\" } ");
        assertThat(found()).isEqualTo("a1:7@5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"a1:7\"}",
                "{\"id\":7,\"dueAt\":5}",
                "{\"id\":\"latest\",\"dueAt\":5}",
                "{\"id\":\"a1:7\",\"dueAt\":5,}",
                "{\"id\":\"a1:7\",\"dueAt\":5}}",
                "{\"id\":\"a1:7\" \"dueAt\":5}",
                "[]",
                "7"
            })
    void theSlowPathRefusesWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ContractViolation.class);
    }

    private static String event(String id) {
        return new Event(Position.parse(id), "x", 5, "{\"a\":1}").json();
    }

    private boolean scan(String json) {
        var bytes = Bytes.of("{}" + json + "}");
        return scanner.scan(bytes, 2, bytes.writerIndex() - 1);
    }

    private void read(String json) {
        var bytes = Bytes.of(json);
        scanner.read(Json.fields(bytes, 0, bytes.writerIndex()));
    }

    private String found() {
        return scanner.epoch() + ":" + scanner.offset() + "@" + scanner.dueAt();
    }
}
