package dev.pushlab.bench.compare;

import dev.pushlab.bench.prose.Prose;
import java.util.Locale;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a comparison is written. */
enum Format {
    /** For a terminal. */
    TABLE {
        @Override
        String write(Comparison comparison) {
            return Prose.TEXT.write(Sections.of(comparison));
        }
    },

    /** The shape that {@link Comparison} shows. */
    JSON {
        @Override
        String write(Comparison comparison) {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writeValueAsString(comparison);
        }
    },

    /** For a pull request. */
    MARKDOWN {
        @Override
        String write(Comparison comparison) {
            return Prose.MARKDOWN.write(Sections.of(comparison));
        }
    };

    abstract String write(Comparison comparison);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
