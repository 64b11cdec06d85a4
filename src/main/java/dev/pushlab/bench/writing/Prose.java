package dev.pushlab.bench.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes sections as text: aligned for a terminal, or as Markdown. */
public enum Prose {
    TEXT("", "  ") {
        @Override
        String table(Section section) {
            int[] widths = IntStream.range(0, section.head().size())
                    .map(column -> Stream.concat(Stream.of(section.head()), section.rows().stream())
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElseThrow())
                    .toArray();
            return Stream.concat(Stream.of(section.head()), section.rows().stream())
                    .map(row -> IntStream.range(0, row.size())
                            .mapToObj(column -> row.get(column)
                                    + " "
                                            .repeat(widths[column]
                                                    - row.get(column).length()))
                            .collect(Collectors.joining("  "))
                            .stripTrailing())
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    },

    MARKDOWN("## ", "- ") {
        @Override
        String table(Section section) {
            var lines = new ArrayList<String>();
            lines.add(line(section.head()));
            lines.add(line(section.head().stream().map(column -> "---").toList()));
            section.rows().forEach(row -> lines.add(line(row)));
            return String.join("\n", lines) + "\n";
        }

        private String line(List<String> cells) {
            return cells.stream()
                    .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*"))
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }
    };

    private final String heading;
    private final String bullet;

    Prose(String heading, String bullet) {
        this.heading = heading;
        this.bullet = bullet;
    }

    abstract String table(Section section);

    /** One section after the other. */
    public String write(List<Section> sections) {
        var text = new StringBuilder();
        for (var section : sections) {
            text.append(heading).append(section.title()).append(heading.isEmpty() ? ":\n" : "\n\n");
            section.sentences()
                    .forEach(sentence -> text.append(bullet).append(sentence).append('\n'));
            if (!section.head().isEmpty()) {
                text.append(section.sentences().isEmpty() ? "" : "\n").append(table(section));
            }
            text.append('\n');
        }
        return text.toString().stripTrailing();
    }
}
