package dev.pushlab.bench.crossover;

import java.util.List;

/** A part of what is written for people: sentences, then a table, either of which may be missing. */
record Section(String title, List<String> sentences, List<String> head, List<List<String>> rows) {

    Section(String title, List<String> sentences) {
        this(title, sentences, List.of(), List.of());
    }
}
