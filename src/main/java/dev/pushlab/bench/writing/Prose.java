package dev.pushlab.bench.writing;

import java.util.List;

/** Writes one section after the other. */
public final class Prose {

    private Prose() {}

    /** Aligned for a terminal. */
    public static String text(List<Section> sections) {
        var text = new StringBuilder();
        for (var section : sections) {
            text.append(section.title()).append(":\n");
            section.sentences()
                    .forEach(sentence -> text.append("  ").append(sentence).append('\n'));
            String table = TextGrid.write(section.grid());
            text.append(table.isEmpty() || section.sentences().isEmpty() ? "" : "\n")
                    .append(table)
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    public static String markdown(List<Section> sections) {
        var markdown = new Markdown();
        for (var section : sections) {
            markdown.heading(2, section.title()).list(section.sentences()).grid(section.grid());
        }
        return markdown.toString();
    }
}
