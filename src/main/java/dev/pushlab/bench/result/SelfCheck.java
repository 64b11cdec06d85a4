package dev.pushlab.bench.result;

/**
 * What a run holds against itself: without it, its numbers are not shown.
 *
 * @param name what is checked
 * @param passed whether the run can be believed as far as this goes
 * @param seen what was seen and what it had to be, in a few words
 */
public record SelfCheck(String name, boolean passed, String seen) {}
