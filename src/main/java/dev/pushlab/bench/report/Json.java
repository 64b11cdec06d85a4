package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Report;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reports as JSON: everything they hold, and what follows from it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    static String write(Report report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    static Report report(JsonNode tree) {
        return MAPPER.treeToValue(tree, Report.class);
    }
}
