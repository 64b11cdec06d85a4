package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is walked through without being built. */
class JsonTests {

    @Test
    void fieldsKeepTheirText() {
        var json = Bytes.of(
                " {\"a\" : [1, {\"b\":\"]}\"}] , \"c\\n\":\"x\\\"\\\\\",\"d\":-1.5e3, \"e\":null ,\"f\":{}}\n");
        assertThat(Json.fields(json, 0, json.writerIndex()))
                .containsExactly(
                        entry("a", "[1, {\"b\":\"]}\"}]"),
                        entry("c\n", "\"x\\\"\\\\\""),
                        entry("d", "-1.5e3"),
                        entry("e", "null"),
                        entry("f", "{}"));
    }

    @Test
    void elementsAreFound() {
        assertThat(elements("[]")).isEmpty();
        assertThat(elements("[ ]")).isEmpty();
        assertThat(elements("[ 1 ,\"a,b\",[2,[3]],{\"x\":[]} , true]"))
                .containsExactly("1", "\"a,b\"", "[2,[3]]", "{\"x\":[]}", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":,}", "{\"a\":]}", "{\"a\":\"x}", "{\"a\":[1}"})
    void brokenJsonIsAViolation(String json) {
        var bytes = Bytes.of(json);
        assertThatThrownBy(() -> Json.fields(bytes, 0, bytes.writerIndex())).isInstanceOf(ContractViolation.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\"\\/\b\f\n\r\t\0\u001f", "ü€", "😀 and \ud83d alone", "\u2028\ufeff"})
    void aQuotedStringComesBack(String text) {
        String expected = text.replace("\ud83d alone", "\ufffd alone");
        assertThat(Json.unquote(JsonStrings.quote(text))).isEqualTo(expected);
    }

    @Test
    void everyEscapeIsKnown() {
        assertThat(Json.unquote("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00FC\\u20ac\\ud83d\\uDE00\\ud83dx\\ude00\""))
                .isEqualTo("\"\\/\b\f\n\r\tü€😀\ufffdx\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "x", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83d\\u12\""})
    void brokenStringsAreViolations(String literal) {
        assertThatThrownBy(() -> Json.unquote(literal)).isInstanceOf(ContractViolation.class);
    }

    private static List<String> elements(String json) {
        var bytes = Bytes.of(json);
        var seen = new ArrayList<String>();
        Json.eachElement(bytes, 0, bytes.writerIndex(), (from, end) -> seen.add(Bytes.text(bytes, from, end)));
        return seen;
    }
}
