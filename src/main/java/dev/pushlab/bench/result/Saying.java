package dev.pushlab.bench.result;

/**
 * What is said everywhere, and what these runs say to it.
 *
 * @param claim as people say it
 * @param verdict whether these runs bear it out
 * @param number the figures that the verdict stands on; why there is none if it is open
 * @param command what shows it
 */
public record Saying(String claim, Verdict verdict, String number, String command) {

    /** What becomes of a claim. */
    public enum Verdict {
        TRUE,
        FALSE,
        DEPENDS,
        OPEN
    }
}
