package dev.pushlab.bench.compare;

import dev.pushlab.bench.writing.Json;
import dev.pushlab.bench.writing.Prose;
import java.util.Locale;

/** How a comparison is written. */
enum Format {
    /** For a terminal. */
    TABLE {
        @Override
        String write(Comparison comparison) {
            return Prose.text(Sections.of(comparison));
        }
    },

    /** The shape that {@link Comparison} shows. */
    JSON {
        @Override
        String write(Comparison comparison) {
            return Json.write(comparison);
        }
    },

    /** For a pull request. */
    MARKDOWN {
        @Override
        String write(Comparison comparison) {
            return Prose.markdown(Sections.of(comparison));
        }
    };

    abstract String write(Comparison comparison);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
