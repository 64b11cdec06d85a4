package dev.pushlab.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTests {

    @Test
    void dataIsKeptButItsWhiteSpace() {
        var publication = Publication.parse("{ \"type\" : \"a.b\" , \"data\" :\n { \"x\" : [ 1.50 , \"a b\" ] } }");
        assertThat(publication).isEqualTo(new Publication("a.b", "{\"x\":[1.50,\"a b\"]}"));
    }

    @Test
    void theTypeMayBeAbsentAndTheDataNull() {
        assertThat(Publication.parse("{\"data\":null}")).isEqualTo(new Publication("message", "null"));
    }

    @Test
    void theRefIsAnyJsonValue() {
        assertThat(Publication.parse("{\"data\":1,\"ref\":{\"a\":1}}").ref()).isEqualTo("{\"a\":1}");
        assertThat(Publication.refIn("{\"ref\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\"x\"");
        assertThat(Publication.refIn("{\"ref\"".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{}",
                "{\"type\":\"x\"}",
                "{\"data\":1}x",
                "{\"data\":1}{}",
                "{\"data\":NaN}",
                "{\"data\":01}",
                "{\"type\":7,\"data\":1}",
                "{\"type\":\"\",\"data\":1}",
                "{\"type\":\"a b\",\"data\":1}",
                "{\"data\":1,\"dueAt\":5}",
                "{\"data\":\"\\ud800\"}",
                "{\"data\":'x'}"
            })
    void anythingElseIsRefusedWithAnExample(String json) {
        assertThatThrownBy(() -> Publication.parse(json)).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.type()).isEqualTo("invalid-event");
            assertThat(refusal).hasMessageContaining("{\"type\":\"…\",\"data\":…}");
        });
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] latin1 = "{\"data\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Publication.parse(latin1)).isInstanceOf(RefusedException.class);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"data\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThatThrownBy(() -> Publication.parse(deep)).isInstanceOf(RefusedException.class);
    }
}
