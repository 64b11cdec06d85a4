package dev.pushlab.bench.writing;

import java.util.List;

/** A part of what is written for people: sentences, then a table, either of which may be missing. */
public record Section(String title, List<String> sentences, Grid grid) {

    /** Without a table. */
    public Section(String title, List<String> sentences) {
        this(title, sentences, List.of(), List.of());
    }

    /** With a table of words. */
    public Section(String title, List<String> sentences, List<String> head, List<List<String>> rows) {
        this(title, sentences, Grid.of(title, head, rows));
    }
}
