package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Json;
import dev.pushlab.bench.writing.Prose;
import dev.pushlab.bench.writing.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a crossover is written. */
public enum Format {
    /** For a terminal: the grids, where they flip, and how far they can be trusted. */
    TABLE {
        @Override
        public String write(Crossover crossover) {
            return Prose.text(all(crossover));
        }
    },

    MARKDOWN {
        @Override
        public String write(Crossover crossover) {
            return Prose.markdown(all(crossover));
        }
    },

    /** The shape that {@link Crossover} shows, its {@link CostModel} included. */
    JSON {
        @Override
        public String write(Crossover crossover) {
            return Json.write(crossover);
        }
    },

    /** The chart alone; empty cells if nothing is decided. */
    SVG {
        @Override
        public String write(Crossover crossover) {
            return Chart.file(crossover);
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
