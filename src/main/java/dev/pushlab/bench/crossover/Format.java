package dev.pushlab.bench.crossover;

import dev.pushlab.bench.prose.Prose;
import dev.pushlab.bench.prose.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a crossover is written. */
public enum Format {
    /** For a terminal: the grids, where they flip, and how far they can be trusted. */
    TABLE {
        @Override
        public String write(Crossover crossover) {
            return Prose.TEXT.write(all(crossover));
        }
    },

    MARKDOWN {
        @Override
        public String write(Crossover crossover) {
            return Prose.MARKDOWN.write(all(crossover));
        }
    },

    /** The shape that {@link Crossover} shows, its {@link CostModel} included. */
    JSON {
        @Override
        public String write(Crossover crossover) {
            return json(crossover);
        }
    },

    /** The chart alone; empty cells if nothing is decided. */
    SVG {
        @Override
        public String write(Crossover crossover) {
            return Chart.of(crossover);
        }
    },

    /** One page with everything in it. */
    HTML {
        @Override
        public String write(Crossover crossover) {
            return Page.of(crossover);
        }
    };

    public abstract String write(Crossover crossover);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String json(Object value) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .writeValueAsString(value);
    }

    private static List<Section> all(Crossover crossover) {
        var sections = new ArrayList<Section>();
        sections.add(Sections.premises(crossover));
        sections.addAll(Sections.grids(crossover));
        sections.addAll(Sections.flips(crossover));
        sections.addAll(Sections.costs(crossover));
        sections.addAll(Sections.trust(crossover.model()));
        return sections;
    }
}
